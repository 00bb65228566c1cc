package dev.gnomon.maven.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code @Param} values, written as {@code size=10,20;charset=UTF-8}. */
public final class BenchmarkParams {
  private BenchmarkParams() {}

  /** Reads values by parameter name; empty where nothing is set. */
  public static Map<String, List<String>> read(Setting setting) {
    Map<String, List<String>> params = new TreeMap<>();
    setting
        .value()
        .ifPresent(
            text -> {
              for (String part : text.split(";", -1)) {
                int equals = part.indexOf('=');
                if (equals < 1 || params.containsKey(part.substring(0, equals).strip())) {
                  throw setting.invalid("name=value,value;name=value, each name once");
                }
                String name = part.substring(0, equals).strip();
                params.put(name, List.of(part.substring(equals + 1).split(",", -1)));
              }
            });
    return params;
  }
}
