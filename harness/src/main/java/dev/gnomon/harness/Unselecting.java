package dev.gnomon.harness;

import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import org.openjdk.jmh.runner.options.Options;

/**
 * The user's JMH options without the benchmarks that they select: a fork's own selection would be
 * united with theirs. JMH sends options to the fork, so they are serializable. A proxy, because the
 * interface grows from one JMH to the next and must be whatever the user's is.
 */
final class Unselecting implements InvocationHandler, Serializable {
  private static final long serialVersionUID = 1L;

  private final Options options;

  private Unselecting(Options options) {
    this.options = options;
  }

  static Options of(Options options) {
    return (Options)
        Proxy.newProxyInstance(
            Options.class.getClassLoader(),
            new Class<?>[] {Options.class},
            new Unselecting(options));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("getIncludes") || method.getName().equals("getExcludes")) {
      return new ArrayList<String>();
    }
    try {
      return method.invoke(options, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
