package dev.gnomon.json;

import dev.gnomon.doctor.Diagnosis;
import dev.gnomon.doctor.Diagnosis.Figures;
import dev.gnomon.doctor.Diagnosis.Loop;
import dev.gnomon.doctor.Diagnosis.Trial;
import dev.gnomon.doctor.Finding;
import dev.gnomon.doctor.Remedy;
import java.util.Locale;

/**
 * What the doctor found as JSON, schema {@value #SCHEMA}, described in {@code docs/files.md}. No
 * goal reads it again.
 */
public final class DiagnosisJson {
  /** Name and version of the format. */
  public static final String SCHEMA = "gnomon-doctor/1";

  private DiagnosisJson() {}

  /** Writes a diagnosis as JSON in ASCII; the same diagnosis gives the same bytes. */
  public static byte[] encode(Diagnosis diagnosis) {
    return JsonOut.document(
        SCHEMA,
        out ->
            out.text("sentence", diagnosis.sentence())
                .objects("findings", diagnosis.findings(), DiagnosisJson::write)
                .object("figures", o -> write(o, diagnosis.figures())));
  }

  private static void write(JsonOut out, Finding finding) {
    out.text("id", finding.check().id())
        .text("severity", word(finding.severity()))
        .text("subject", finding.check().subject())
        .text("found", finding.found())
        .text("meaning", finding.meaning());
    finding.remedy().ifPresent(remedy -> out.object("remedy", o -> write(o, remedy)));
  }

  private static void write(JsonOut out, Remedy remedy) {
    out.text("kind", word(remedy.kind())).text("text", remedy.text());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void write(JsonOut out, Figures figures) {
    out.objects("loops", figures.loops(), DiagnosisJson::write)
        .whole("windowNs", figures.windowNs())
        .real("stealShare", figures.stealShare())
        .real("otherCpus", figures.otherCpus())
        .real("cpuPressureShare", figures.cpuPressureShare())
        .real("memoryPressureShare", figures.memoryPressureShare())
        .real("throttledShare", figures.throttledShare())
        .objects("trials", figures.trials(), DiagnosisJson::write);
  }

  private static void write(JsonOut out, Loop loop) {
    out.text("name", loop.name())
        .whole("slices", loop.slices())
        .real("medianNs", loop.medianNs())
        .real("wallSpread", loop.wallSpread())
        .real("uncontendedSpread", loop.uncontendedSpread())
        .real("delayShare", loop.delayShare());
  }

  private static void write(JsonOut out, Trial trial) {
    out.text("event", trial.event())
        .text("status", trial.status())
        .whole("interval", trial.interval())
        .whole("samples", trial.samples())
        .real("effectiveInterval", trial.effectiveInterval());
  }
}
