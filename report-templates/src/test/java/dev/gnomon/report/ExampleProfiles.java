package dev.gnomon.report;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One profile that looks like a real one, with a few hostile names. */
public final class ExampleProfiles {
  private static final String RUNNER =
      "java/lang/Thread.run;java/util/concurrent/ThreadPoolExecutor.runWorker;"
          + "dev/gnomon/jmh_generated/TokenizerBenchmark_parse_jmhTest.parse_avgt_jmhStub;"
          + "dev/gnomon/sample/text/TokenizerBenchmark.parse;";

  private static final String TEXT =
      String.join(
              "\n",
              RUNNER
                  + "dev/gnomon/sample/text/Tokenizer.tokens;dev/gnomon/sample/text/Tokenizer.next 410",
              RUNNER
                  + "dev/gnomon/sample/text/Tokenizer.tokens;dev/gnomon/sample/text/Tokenizer.next;java/lang/Character.isLetterOrDigit 222",
              RUNNER
                  + "dev/gnomon/sample/text/Tokenizer.tokens;java/lang/String.substring;java/lang/StringLatin1.newString;java/util/Arrays.copyOfRange 180",
              RUNNER + "dev/gnomon/sample/text/Tokenizer.tokens;java/util/ArrayList.add 64",
              RUNNER
                  + "dev/gnomon/sample/text/Tokenizer.tokens;java/util/ArrayList.add;java/util/ArrayList.grow 21",
              RUNNER + "org/openjdk/jmh/infra/Blackhole.consume 18",
              RUNNER + "<img src=x onerror=alert(1)>;\"quoted'\u202ename 9",
              RUNNER + "y".repeat(10_000) + " 5",
              "start_thread;thread_native_entry(Thread*);G1ServiceThread::run_service();clock_nanosleep_[k] 33",
              "start_thread;C2Compiler::compile_method 71")
          + "\n";

  /** The same for every fork. */
  public static final Profiles ALL =
      ref -> Optional.of(new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)));

  private ExampleProfiles() {}
}
