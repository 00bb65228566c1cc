package dev.gnomon.json;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.FlameNode;
import dev.gnomon.attribution.FrameChange;
import dev.gnomon.attribution.TimeShift;
import dev.gnomon.attribution.Weight;
import dev.gnomon.profile.Frame;
import java.util.List;

/** What profiles say about one benchmark's change. */
final class AttributionJson {
  private AttributionJson() {}

  static void write(JsonOut out, Attribution attribution) {
    SeriesJson.writeId(out, attribution.id());
    out.text("weight", attribution.weight().name()).text("cause", attribution.cause().name());
    attribution.blamed().ifPresent(frame -> out.object("blamed", o -> write(o, frame)));
    attribution.relieved().ifPresent(frame -> out.object("relieved", o -> write(o, frame)));
    out.objects("path", attribution.path(), AttributionJson::write)
        .real("baseline", attribution.baseline())
        .real("candidate", attribution.candidate())
        .object("interval", o -> JudgementJson.write(o, attribution.interval()))
        .object("shift", o -> write(o, attribution.shift()))
        .objects("frames", attribution.frames(), AttributionJson::write)
        .objects("tree", attribution.tree(), AttributionJson::write)
        .whole("forks", attribution.forks())
        .text("sampling", attribution.sampling());
  }

  private static void write(JsonOut out, Frame frame) {
    out.text("frame", frame.name()).text("kind", frame.kind().name());
  }

  private static void write(JsonOut out, FrameChange change) {
    write(out, change.frame());
    out.real("baseline", change.baseline())
        .real("candidate", change.candidate())
        .object("interval", o -> JudgementJson.write(o, change.interval()))
        .real("q", change.q())
        .real("share", change.share())
        .flag("touched", change.touched());
  }

  private static void write(JsonOut out, FlameNode node) {
    out.whole("depth", node.depth());
    write(out, node.frame());
    out.real("baseline", node.baseline()).real("candidate", node.candidate());
  }

  private static void write(JsonOut out, TimeShift shift) {
    out.real("wall", shift.wall())
        .real("blocked", shift.blocked())
        .real("gc", shift.gc())
        .real("jit", shift.jit());
  }

  /** All of an evaluation; none where it was written before there were any. */
  static List<Attribution> all(Fields in) {
    return in.has("attributions")
        ? in.objects("attributions").stream().map(a -> a.as(AttributionJson::read)).toList()
        : List.of();
  }

  private static Attribution read(Fields in) {
    return new Attribution(
        SeriesJson.readId(in),
        in.constant("weight", Weight.class),
        in.constant("cause", Attribution.Cause.class),
        in.objectIfAny("blamed").map(f -> f.as(AttributionJson::change)),
        in.objectIfAny("relieved").map(f -> f.as(AttributionJson::change)),
        in.objects("path").stream().map(f -> f.as(AttributionJson::frame)).toList(),
        in.real("baseline"),
        in.real("candidate"),
        in.object("interval").as(JudgementJson::interval),
        in.object("shift").as(AttributionJson::shift),
        in.objects("frames").stream().map(f -> f.as(AttributionJson::change)).toList(),
        in.objects("tree").stream().map(n -> n.as(AttributionJson::node)).toList(),
        in.count("forks"),
        in.has("sampling") ? in.text("sampling") : "");
  }

  private static Frame frame(Fields in) {
    return new Frame(in.text("frame"), in.constant("kind", Frame.Kind.class));
  }

  private static FrameChange change(Fields in) {
    return new FrameChange(
        frame(in),
        in.real("baseline"),
        in.real("candidate"),
        in.object("interval").as(JudgementJson::interval),
        in.real("q"),
        in.real("share"),
        in.flag("touched"));
  }

  private static FlameNode node(Fields in) {
    return new FlameNode(in.count("depth"), frame(in), in.real("baseline"), in.real("candidate"));
  }

  private static TimeShift shift(Fields in) {
    return new TimeShift(in.real("wall"), in.real("blocked"), in.real("gc"), in.real("jit"));
  }
}
