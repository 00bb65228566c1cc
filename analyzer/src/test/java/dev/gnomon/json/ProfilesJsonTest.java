package dev.gnomon.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.Frame;
import dev.gnomon.profile.Frame.Kind;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.RunProfiles;
import dev.gnomon.profile.Stack;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesJsonTest {

  private static RunProfiles random(long seed) {
    Random random = new Random(seed);
    Map<String, Profile> all = new HashMap<>();
    for (int fork = 0; fork < 5; fork++) {
      Map<Stack, Long> samples = new HashMap<>();
      for (int i = 0; i < 40; i++) {
        List<Frame> frames = new ArrayList<>();
        for (int depth = random.nextInt(1, 12); depth > 0; depth--) {
          String name = "p.<\u00e9>" + depth + ".m\"" + random.nextInt(4);
          frames.add(new Frame(name, random.nextBoolean() ? Kind.JAVA : Kind.NATIVE));
        }
        samples.put(new Stack(frames), random.nextLong(1, 1L << 40));
      }
      all.put("fork-%04d.collapsed".formatted(fork), new Profile(samples, fork));
    }
    return new RunProfiles(all);
  }

  private static RunProfiles decode(byte[] json) {
    return ProfilesJson.decode(new ByteArrayInputStream(json), "x.profiles.gz");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void profilesAreReadBackAndGiveTheSameBytesAgain(long seed) {
    byte[] json = ProfilesJson.encode(random(seed));

    assertThat(decode(json)).isEqualTo(random(seed));
    assertThat(ProfilesJson.encode(decode(json))).isEqualTo(json);
  }

  @Test
  void noProfilesAreProfilesToo() {
    assertThat(decode(ProfilesJson.encode(RunProfiles.NONE))).isEqualTo(RunProfiles.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{'schema':'gnomon-run/1'}",
        "{'schema':'gnomon-profiles/2'}",
        "{'schema':'gnomon-profiles/1','frames':['a'],'kinds':[],'callers':[],'calls':[],'profiles':[]}",
        "{'schema':'gnomon-profiles/1','frames':['a'],'kinds':['X'],'callers':[],'calls':[],'profiles':[]}",
        "{'schema':'gnomon-profiles/1','frames':['a'],'kinds':['JAVA'],'callers':[0],'calls':[0],'profiles':[]}",
        "{'schema':'gnomon-profiles/1','frames':['a'],'kinds':['JAVA'],'callers':[-1],'calls':[1],'profiles':[]}",
        "{'schema':'gnomon-profiles/1','frames':['a'],'kinds':['JAVA'],'callers':[-2],'calls':[0],'profiles':[]}",
        "{'schema':'gnomon-profiles/1','frames':['a'],'kinds':['JAVA'],'callers':[-1],'calls':[0],'profiles':[{'file':'f','skipped':0,'stacks':[0],'weights':[0]}]}",
        "{'schema':'gnomon-profiles/1','frames':['a'],'kinds':['JAVA'],'callers':[-1],'calls':[0],'profiles':[{'file':'f','skipped':0,'stacks':[0.5],'weights':[1]}]}",
        "{'schema':'gnomon-profiles/1','frames':['a'],'kinds':['JAVA'],'callers':[-1],'calls':[0],'profiles':[{'file':'f','skipped':0,'stacks':[0],'weights':['NaN']}]}",
        "{'schema':'gnomon-profiles/1','frames':['a'],'kinds':['JAVA'],'callers':[-1],'calls':[0],'profiles':[{'file':'f','skipped':0,'stacks':[0,0],'weights':[1]}]}",
      })
  void whatIsNoneIsRefusedByName(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> decode(bytes))
        .withMessageStartingWith("x.profiles.gz cannot be read as the profiles of a run: ")
        .returns("profiles-unreadable", ProblemException::code);
  }

  @Test
  void aTreeThatUnfoldsWithoutEndIsRefused() {
    int deep = Limits.FRAMES + 1;
    StringBuilder callers = new StringBuilder("-1");
    StringBuilder calls = new StringBuilder("0");
    for (int i = 1; i < deep; i++) {
      callers.append(',').append(i - 1);
      calls.append(",0");
    }
    String json =
        "{\"schema\":\"gnomon-profiles/1\",\"frames\":[\"a\"],\"kinds\":[\"JAVA\"],\"callers\":[%s],\"calls\":[%s],\"profiles\":[{\"file\":\"f\",\"skipped\":0,\"stacks\":[%d],\"weights\":[1]}]}"
            .formatted(callers, calls, deep - 1);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> decode(json.getBytes(StandardCharsets.UTF_8)))
        .withMessageContaining("too many frames");
  }
}
