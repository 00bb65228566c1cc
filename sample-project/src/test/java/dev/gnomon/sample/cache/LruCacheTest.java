package dev.gnomon.sample.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LruCacheTest {
  private final AtomicLong clock = new AtomicLong();
  private final List<String> loaded = new ArrayList<>();
  private final LruCache<String, Integer> lengths =
      new LruCache<>(2, Duration.ofSeconds(1), clock::get);

  @Test
  void aValueIsLoadedOnce() {
    assertThat(length("one")).isEqualTo(3);
    assertThat(length("one")).isEqualTo(3);
    assertThat(loaded).containsExactly("one");
  }

  @Test
  void theLeastRecentlyUsedValueMakesRoom() {
    length("one");
    length("three");
    length("one");
    length("eleven");

    assertThat(lengths.size()).isEqualTo(2);
    length("one");
    assertThat(loaded).containsExactly("one", "three", "eleven");
    length("three");
    assertThat(loaded).endsWith("three");
  }

  @Test
  void aValueIsLoadedAgainOnceItIsNoLongerFresh() {
    length("one");
    clock.addAndGet(999_999_999);
    length("one");
    assertThat(loaded).containsExactly("one");

    clock.addAndGet(1);
    length("one");
    assertThat(loaded).containsExactly("one", "one");
  }

  @Test
  void aCacheWithoutRoomIsRefused() {
    assertThatThrownBy(() -> new LruCache<String, String>(0, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("capacity is 0, expected at least 1");
  }

  private int length(String word) {
    return lengths.get(
        word,
        key -> {
          loaded.add(key);
          return key.length();
        });
  }
}
