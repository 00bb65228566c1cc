package dev.gnomon.sample.cache;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Keeps the values that were asked for last, each for a limited time. Any number of threads may use
 * it; a value is loaded once, and whoever asks for it meanwhile waits.
 *
 * @param <K> keys, with {@code equals} and {@code hashCode}
 * @param <V> values
 */
public final class LruCache<K, V> {
  private final Map<K, Entry<V>> entries;
  private final long timeToLiveNs;
  private final LongSupplier nanoTime;

  private record Entry<V>(V value, long loadedAt) {}

  /**
   * An empty cache.
   *
   * @param capacity most values kept, at least 1; the least recently used one makes room
   * @param timeToLive how long a value counts as fresh after it was loaded
   */
  public LruCache(int capacity, Duration timeToLive) {
    this(capacity, timeToLive, System::nanoTime);
  }

  LruCache(int capacity, Duration timeToLive, LongSupplier nanoTime) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity is " + capacity + ", expected at least 1");
    }
    this.entries = new LeastRecentlyUsedFirst<>(capacity);
    this.timeToLiveNs = timeToLive.toNanos();
    this.nanoTime = nanoTime;
  }

  /**
   * The value of a key, loaded where it is not kept or no longer fresh.
   *
   * @param key any key but null
   * @param loader how to get the value; never gives null
   */
  public synchronized V get(K key, Function<? super K, ? extends V> loader) {
    Objects.requireNonNull(key, "key");
    long now = nanoTime.getAsLong();
    Entry<V> entry = entries.get(key);
    if (entry == null || now - entry.loadedAt() >= timeToLiveNs) {
      entry = new Entry<>(Objects.requireNonNull(loader.apply(key), "loaded value"), now);
      entries.put(key, entry);
    }
    return entry.value();
  }

  /** How many values are kept, fresh or not. */
  public synchronized int size() {
    return entries.size();
  }

  private static final class LeastRecentlyUsedFirst<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int capacity;

    LeastRecentlyUsedFirst(int capacity) {
      super(16, 0.75f, true);
      this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > capacity;
    }
  }
}
