package it.library;

public final class Sum {
  private Sum() {}

  public static long to(int size) {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += i ^ (sum << 1);
    }
    return sum;
  }
}
