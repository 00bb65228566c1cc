package dev.gnomon.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void timesAreScaledAndHaveThreeDigitsAtMost() {
    assertThat(Figures.quantity(812.4, "ns/op")).isEqualTo("812 ns/op");
    assertThat(Figures.quantity(999.4, "ns/op")).isEqualTo("999 ns/op");
    assertThat(Figures.quantity(999.6, "ns/op")).isEqualTo("1 µs/op");
    assertThat(Figures.quantity(1_236_000, "ns/op")).isEqualTo("1.24 ms/op");
    assertThat(Figures.quantity(3.5e12, "ns")).isEqualTo("3500 s");
    assertThat(Figures.quantity(0.0004, "ns/op")).isEqualTo("0 ns/op");
    assertThat(Figures.quantity(-1.5, "ns/op")).isEqualTo("−1.5 ns/op");
  }

  @Test
  void bytesAreScaledOnceNobodyKnowsThemByHeart() {
    assertThat(Figures.quantity(1024, "B/op")).isEqualTo("1024 B/op");
    assertThat(Figures.quantity(1_204_512, "B/op")).isEqualTo("1.2 MB/op");
    assertThat(Figures.quantity(7, "B")).isEqualTo("7 B");
    assertThat(Figures.quantity(2_000_000, "Bananas")).isEqualTo("2000000 Bananas");
  }

  @Test
  void bothSidesOfAPairHaveTheSameDigits() {
    assertThat(Figures.pair(812, 928, "ns/op")).isEqualTo("812 → 928 ns/op");
    assertThat(Figures.pair(2_412_000, 2_400_000, "ns/op")).isEqualTo("2.41 → 2.40 ms/op");
    assertThat(Figures.pair(1, 2, "ns/op")).isEqualTo("1 → 2 ns/op");
    assertThat(Figures.pair(0, 0, "B/op")).isEqualTo("0 → 0 B/op");
    assertThat(Figures.pair(900, 1100, "ns/op")).isEqualTo("0.9 → 1.1 µs/op");
    assertThat(Figures.pair(1_204_512, 1_310_880, "B/op")).isEqualTo("1.20 → 1.31 MB/op");
  }

  @Test
  void anErrorHasTheUnitAndTheDigitsOfItsValue() {
    assertThat(Figures.withError(159.2, 6.37, "ns/op")).isEqualTo("159 ± 6 ns/op");
    assertThat(Figures.withError(1_450, 101, "ns/op")).isEqualTo("1.45 ± 0.10 µs/op");
    assertThat(Figures.withError(24, 10, "B/op")).isEqualTo("24 ± 10 B/op");
    assertThat(Figures.withError(114, 0.2, "ns/op")).isEqualTo("114 ± 0 ns/op");
  }

  @Test
  void changesHaveASignUnlessTheyPrintAsZero() {
    assertThat(Figures.change(0.143)).isEqualTo("+14.3 %");
    assertThat(Figures.change(-0.004)).isEqualTo("−0.4 %");
    assertThat(Figures.change(0.0004)).isEqualTo("±0.0 %");
    assertThat(Figures.change(2.5)).isEqualTo("+250 %");
    assertThat(Figures.change(Double.NaN)).contains("?");
    assertThat(Figures.signedNumber(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
  }

  @Test
  void whatIsNoNumberIsPrintedAsWhatItIs() {
    assertThat(Figures.quantity(Double.NaN, "ns/op")).isEqualTo("? ns/op");
    assertThat(Figures.pair(Double.NaN, 2, "ns/op")).contains("?");
    assertThat(Figures.percent(Double.POSITIVE_INFINITY)).isEqualTo("∞ %");
  }

  @Test
  void theDefaultLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Figures.quantity(1.25, "ns/op")).isEqualTo("1.25 ns/op");
      assertThat(Figures.change(0.143)).isEqualTo("+14.3 %");
    } finally {
      Locale.setDefault(before);
    }
  }
}
