// The inner loops of the parser in AssemblyScript, compiled to WebAssembly SIMD by tools/train/parse/kernel.ts.
// Pointers are byte offsets into the one memory; matrices are row-major float32, widths multiples of 8, rows padded to 4.

/**
 * out[n × width] = bias + a[n × depth] · w[depth × width], rectified when `relu` is 1. Rows are done four at a time, columns eight at
 * a time; w is packed in panels of eight columns, each panel row after row.
 */
export function multiply(n: i32, depth: i32, width: i32, a: usize, w: usize, bias: usize, out: usize, relu: i32): void {
  const floor = relu ? f32x4.splat(0) : f32x4.splat(-3.0e38);
  const rowA: usize = <usize>depth << 2;
  const rowOut: usize = <usize>width << 2;
  for (let i = 0; i < n; i += 4) {
    const a0 = a + <usize>i * rowA;
    const end = a0 + rowA;
    let to = out + <usize>i * rowOut;
    let from = w;
    for (let j: usize = 0; j < rowOut; j += 32) {
      let s00 = v128.load(bias + j), s01 = v128.load(bias + j, 16);
      let s10 = s00, s11 = s01, s20 = s00, s21 = s01, s30 = s00, s31 = s01;
      for (let at = a0; at < end; at += 4) {
        const w0 = v128.load(from), w1 = v128.load(from, 16);
        const x0 = v128.load32_splat(at);
        s00 = f32x4.add(s00, f32x4.mul(x0, w0));
        s01 = f32x4.add(s01, f32x4.mul(x0, w1));
        const x1 = v128.load32_splat(at + rowA);
        s10 = f32x4.add(s10, f32x4.mul(x1, w0));
        s11 = f32x4.add(s11, f32x4.mul(x1, w1));
        const x2 = v128.load32_splat(at + rowA * 2);
        s20 = f32x4.add(s20, f32x4.mul(x2, w0));
        s21 = f32x4.add(s21, f32x4.mul(x2, w1));
        const x3 = v128.load32_splat(at + rowA * 3);
        s30 = f32x4.add(s30, f32x4.mul(x3, w0));
        s31 = f32x4.add(s31, f32x4.mul(x3, w1));
        from += 32;
      }
      v128.store(to, f32x4.pmax(s00, floor));
      v128.store(to, f32x4.pmax(s01, floor), 16);
      v128.store(to + rowOut, f32x4.pmax(s10, floor));
      v128.store(to + rowOut, f32x4.pmax(s11, floor), 16);
      v128.store(to + rowOut * 2, f32x4.pmax(s20, floor));
      v128.store(to + rowOut * 2, f32x4.pmax(s21, floor), 16);
      v128.store(to + rowOut * 3, f32x4.pmax(s30, floor));
      v128.store(to + rowOut * 3, f32x4.pmax(s31, floor), 16);
      to += 32;
    }
  }
}

/**
 * Lays a stored matrix, int16 times one scale, out as `multiplyShort` reads it: panels of eight columns, two rows of a column side by side. Each
 * column gets a step of its own, such that its largest weight is `limit`; scales[width] = step / steps, for activations in steps of 1 / steps.
 */
export function packShort(depth: i32, width: i32, stored: usize, scale: f32, limit: f64, steps: f64, out: usize, scales: usize): void {
  const row: usize = <usize>width << 1;
  for (let j = 0; j < width; j++) {
    const column = stored + (<usize>j << 1);
    let most: i32 = 0;
    for (let k = 0, at = column; k < depth; k++, at += row) most = max(most, abs(<i32>load<i16>(at)));
    const step = max(1e-9, <f64>(<f32>most * scale)) / limit;
    store<f32>(scales + (<usize>j << 2), <f32>(step / steps));
    const to = out + (<usize>((j >> 3) * depth * 8 + (j & 7) * 2) << 1);
    for (let k = 0, at = column; k < depth; k++, at += row) {
      const value = <f64>(<f32>load<i16>(at) * scale);
      store<i16>(to + (<usize>((k >> 1) * 16 + (k & 1)) << 1), <i16>Math.floor(value / step + 0.5));
    }
  }
}

/** Four floats as int32 in steps of 1 / inverse, within ±8191, the nearest or the even one: adding 1.5 · 2²³ leaves it in the last bits. */
// @ts-ignore: decorator
@inline
function whole(x: v128, inverse: v128): v128 {
  const scaled = f32x4.pmin(f32x4.pmax(f32x4.mul(x, inverse), f32x4.splat(-8191)), f32x4.splat(8191));
  return i32x4.sub(f32x4.add(scaled, f32x4.splat(12582912)), i32x4.splat(0x4b400000));
}

/** Eight floats as int16 in steps of 1 / inverse, within ±8191. */
// @ts-ignore: decorator
@inline
function rounded(low: v128, high: v128, inverse: v128): v128 {
  return i16x8.narrow_i32x4_s(whole(low, inverse), whole(high, inverse));
}

/** out[count] = a[count] / step as int16, saturated; counts are multiples of 8. */
export function shorten(count: i32, a: usize, inverse: f32, out: usize): void {
  const s = f32x4.splat(inverse);
  for (let j: usize = 0; j < <usize>count; j += 8) {
    v128.store(out + (j << 1), rounded(v128.load(a + (j << 2)), v128.load(a + (j << 2), 16), s));
  }
}

/**
 * As `multiply`, in integers: a is int16 within ±8191, w int16 so small that the sum of a column's products fits 32
 * bits, packed in panels of eight columns by pairs of rows. Column j of the result is multiplied by scale[j] before the bias is added.
 */
export function multiplyShort(n: i32, depth: i32, width: i32, a: usize, w: usize, scale: usize, bias: usize, out: usize, relu: i32): void {
  const floor = relu ? f32x4.splat(0) : f32x4.splat(-3.0e38);
  const rowA: usize = <usize>depth << 1;
  const rowOut: usize = <usize>width << 2;
  const whole = n & ~3;
  for (let i = 0; i < whole; i += 4) {
    const a0 = a + <usize>i * rowA;
    const end = a0 + rowA;
    let to = out + <usize>i * rowOut;
    let from = w;
    for (let j: usize = 0; j < rowOut; j += 32) {
      let s00 = i32x4.splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
      for (let at = a0; at < end; at += 4) {
        const w0 = v128.load(from), w1 = v128.load(from, 16);
        const x0 = v128.load32_splat(at);
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x0, w0));
        s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x0, w1));
        const x1 = v128.load32_splat(at + rowA);
        s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x1, w0));
        s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x1, w1));
        const x2 = v128.load32_splat(at + rowA * 2);
        s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x2, w0));
        s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x2, w1));
        const x3 = v128.load32_splat(at + rowA * 3);
        s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x3, w0));
        s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x3, w1));
        from += 32;
      }
      const k0 = v128.load(scale + j), k1 = v128.load(scale + j, 16);
      const b0 = v128.load(bias + j), b1 = v128.load(bias + j, 16);
      v128.store(to, f32x4.pmax(floor, f32x4.add(b0, f32x4.mul(k0, f32x4.convert_i32x4_s(s00)))));
      v128.store(to, f32x4.pmax(floor, f32x4.add(b1, f32x4.mul(k1, f32x4.convert_i32x4_s(s01)))), 16);
      v128.store(to + rowOut, f32x4.pmax(floor, f32x4.add(b0, f32x4.mul(k0, f32x4.convert_i32x4_s(s10)))));
      v128.store(to + rowOut, f32x4.pmax(floor, f32x4.add(b1, f32x4.mul(k1, f32x4.convert_i32x4_s(s11)))), 16);
      v128.store(to + rowOut * 2, f32x4.pmax(floor, f32x4.add(b0, f32x4.mul(k0, f32x4.convert_i32x4_s(s20)))));
      v128.store(to + rowOut * 2, f32x4.pmax(floor, f32x4.add(b1, f32x4.mul(k1, f32x4.convert_i32x4_s(s21)))), 16);
      v128.store(to + rowOut * 3, f32x4.pmax(floor, f32x4.add(b0, f32x4.mul(k0, f32x4.convert_i32x4_s(s30)))));
      v128.store(to + rowOut * 3, f32x4.pmax(floor, f32x4.add(b1, f32x4.mul(k1, f32x4.convert_i32x4_s(s31)))), 16);
      to += 32;
    }
  }
  for (let i = whole; i < n; i++) {
    const a0 = a + <usize>i * rowA;
    const end = a0 + rowA;
    let to = out + <usize>i * rowOut;
    let from = w;
    for (let j: usize = 0; j < rowOut; j += 32) {
      let s0 = i32x4.splat(0), s1 = s0;
      for (let at = a0; at < end; at += 4) {
        const x = v128.load32_splat(at);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load(from)));
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load(from, 16)));
        from += 32;
      }
      v128.store(to, f32x4.pmax(floor, f32x4.add(v128.load(bias + j), f32x4.mul(v128.load(scale + j), f32x4.convert_i32x4_s(s0)))));
      v128.store(to, f32x4.pmax(floor, f32x4.add(v128.load(bias + j, 16), f32x4.mul(v128.load(scale + j, 16), f32x4.convert_i32x4_s(s1)))), 16);
      to += 32;
    }
  }
}

/**
 * Logistic function as 1/2 + z P(z²) / Q(z²), clamped at ±10: within 5e-5, a fortieth of the step activations are rounded to. Coefficients by
 * iteratively reweighted least squares for the smallest largest error.
 */
// @ts-ignore: decorator
@inline
function logistic(z: v128): v128 {
  const x = f32x4.pmin(f32x4.pmax(z, f32x4.splat(-10)), f32x4.splat(10));
  const y = f32x4.mul(x, x);
  let p = f32x4.splat(1.0233431687982812e-5);
  p = f32x4.add(f32x4.mul(p, y), f32x4.splat(0.0063576877532636215));
  p = f32x4.add(f32x4.mul(p, y), f32x4.splat(0.24995253683169658));
  let q = f32x4.splat(0.0007899461232030742);
  q = f32x4.add(f32x4.mul(q, y), f32x4.splat(0.1086259823716528));
  q = f32x4.add(f32x4.mul(q, y), f32x4.splat(1));
  return f32x4.add(f32x4.div(f32x4.mul(x, p), q), f32x4.splat(0.5));
}

/** Four cells of a simple recurrent unit, one step: the new state. */
// @ts-ignore: decorator
@inline
function state(c: v128, at: usize, half: usize, vf: v128): v128 {
  const f = logistic(f32x4.add(v128.load(at + half * 2), f32x4.mul(vf, c)));
  const g = v128.load(at);
  return f32x4.add(g, f32x4.mul(f, f32x4.sub(c, g)));
}

/** What goes out of four cells whose state was `c` and is `next`. */
// @ts-ignore: decorator
@inline
function output(c: v128, next: v128, at: usize, half: usize, vr: v128, x: usize): v128 {
  const r = logistic(f32x4.add(v128.load(at + half * 4), f32x4.mul(vr, c)));
  const before = v128.load(x);
  return f32x4.add(before, f32x4.mul(r, f32x4.sub(next, before)));
}

/** One step of eight cells: their output at `out`, and rounded to int16 at `short`. */
// @ts-ignore: decorator
@inline
function put(low: v128, high: v128, inverse: v128, out: usize, short: usize): void {
  v128.store(out, low);
  v128.store(out, high, 16);
  v128.store(short, rounded(low, high, inverse));
}

/**
 * One bidirectional simple recurrent unit layer (Lei et al. 2018). u[n × 6h]: candidate, forget gate, reset gate, each forward
 * then backward; v[4h]: peepholes of forget (forward, backward) and reset; x[n × 2h] the layer's input; out[n × 2h], and the same as int16 in
 * short[n × 2h] (see `shorten`). Each step waits for the one before it, so four independent groups of cells run side by side. h is a multiple of 8.
 */
export function recur(n: i32, h: i32, u: usize, v: usize, x: usize, out: usize, inverse: f32, short: usize): void {
  const half: usize = <usize>h << 2;
  const row = half * 2;
  const gates = half * 6;
  const last = <usize>(n - 1);
  const s = f32x4.splat(inverse);
  for (let j: usize = 0; j < half; j += 32) {
    const vf0 = v128.load(v + j), vf1 = v128.load(v + j, 16);
    const vr0 = v128.load(v + row + j), vr1 = v128.load(v + row + j, 16);
    const wf0 = v128.load(v + half + j), wf1 = v128.load(v + half + j, 16);
    const wr0 = v128.load(v + row + half + j), wr1 = v128.load(v + row + half + j, 16);
    let c0 = f32x4.splat(0), c1 = c0, d0 = c0, d1 = c0;
    let at = u + j;
    let back = u + half + j + last * gates;
    let place = j;
    let behind = half + j + last * row;
    for (let t = 0; t < n; t++) {
      const e0 = state(c0, at, half, vf0);
      const g0 = state(d0, back, half, wf0);
      const e1 = state(c1, at + 16, half, vf1);
      const g1 = state(d1, back + 16, half, wf1);
      put(output(c0, e0, at, half, vr0, x + place), output(c1, e1, at + 16, half, vr1, x + place + 16), s, out + place, short + (place >> 1));
      put(output(d0, g0, back, half, wr0, x + behind), output(d1, g1, back + 16, half, wr1, x + behind + 16), s, out + behind, short + (behind >> 1));
      c0 = e0;
      c1 = e1;
      d0 = g0;
      d1 = g1;
      at += gates;
      back -= gates;
      place += row;
      behind -= row;
    }
  }
}

/** out[to] = a + b over `width` floats. */
export function addRows(width: i32, a: usize, b: usize, out: usize): void {
  for (let j: usize = 0; j < <usize>width << 2; j += 16) v128.store(out + j, f32x4.add(v128.load(a + j), v128.load(b + j)));
}

/** Eight int16 at `from` as floats times `step` at `to`. */
// @ts-ignore: decorator
@inline
function widen(shorts: v128, step: v128, to: usize): void {
  v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(shorts)), step));
  v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(shorts)), step), 16);
}

/**
 * The first layer's input[n × dim] and gates[n × 3dim] from cached rows, whose numbers are int32 in `rows`: `dim` int16 in the table of
 * inputs; three parts of 3dim in that of gates, the second of which goes to the next row and the third to the row before. Both are as `shorten`
 * writes them, in steps of `step`: three of them add up within int16. `zeros` stands beyond the ends.
 */
export function gather(n: i32, dim: i32, rows: usize, inputs: usize, gates: usize, zeros: usize, step: f32, input: usize, out: usize): void {
  const row: usize = <usize>dim << 1;
  const part = row * 3;
  const whole = row * 9;
  const s = f32x4.splat(step);
  let before = zeros;
  let here = gates + <usize>load<u32>(rows) * whole;
  for (let i = 0; i < n; i++) {
    const at: usize = rows + (<usize>i << 2);
    const next = i < n - 1 ? gates + <usize>load<u32>(at, 4) * whole : 0;
    const after = i < n - 1 ? next + part * 2 : zeros;
    const from = inputs + <usize>load<u32>(at) * row;
    const to = input + <usize>i * row * 2;
    for (let j: usize = 0; j < row; j += 16) widen(v128.load(from + j), s, to + j * 2);
    const sums = out + <usize>i * part * 2;
    for (let j: usize = 0; j < part; j += 16) {
      widen(i16x8.add(v128.load(here + j), i16x8.add(v128.load(before + j), v128.load(after + j))), s, sums + j * 2);
    }
    before = here + part;
    here = next;
  }
}

/** out[j] += row[j] × scale over `width` int8. */
export function addBytes(width: i32, row: usize, scale: f32, out: usize): void {
  const s = f32x4.splat(scale);
  for (let j: usize = 0; j < <usize>width; j += 8) {
    const shorts = v128.load8x8_s(row + j);
    const to = out + (j << 2);
    v128.store(to, f32x4.add(v128.load(to), f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(shorts)))));
    v128.store(to, f32x4.add(v128.load(to, 16), f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(shorts)))), 16);
  }
}

/** As `addBytes` for numbers of four bits, two to a byte, the lower first, 8 standing for zero; `width` is a multiple of 16. */
export function addNibbles(width: i32, row: usize, scale: f32, out: usize): void {
  const s = f32x4.splat(scale);
  const mask = i8x16.splat(15);
  const zero = i8x16.splat(8);
  for (let j: usize = 0; j < <usize>width; j += 16) {
    const pairs = v128.load64_zero(row + (j >> 1));
    const low = v128.and(pairs, mask), high = v128.and(i16x8.shr_u(pairs, 4), mask);
    const bytes = i8x16.sub(v128.shuffle<i8>(low, high, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), zero);
    const a = i16x8.extend_low_i8x16_s(bytes), b = i16x8.extend_high_i8x16_s(bytes);
    const to = out + (j << 2);
    v128.store(to, f32x4.add(v128.load(to), f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(a)))));
    v128.store(to, f32x4.add(v128.load(to, 16), f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(a)))), 16);
    v128.store(to, f32x4.add(v128.load(to, 32), f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(b)))), 32);
    v128.store(to, f32x4.add(v128.load(to, 48), f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(b)))), 48);
  }
}

/** out[i] = max(0, dep[i] + head[heads[i]]) for rows of `width` floats; heads are int32. */
export function pair(n: i32, width: i32, dep: usize, head: usize, heads: usize, out: usize): void {
  const row: usize = <usize>width << 2;
  const zero = f32x4.splat(0);
  for (let i = 0; i < n; i++) {
    const a = dep + <usize>i * row;
    const b = head + <usize>load<i32>(heads + (<usize>i << 2)) * row;
    const to = out + <usize>i * row;
    for (let j: usize = 0; j < row; j += 16) v128.store(to + j, f32x4.pmax(zero, f32x4.add(v128.load(a + j), v128.load(b + j))));
  }
}

/** Packs the transpose of a[n × width] as `multiply` wants its second matrix: panels of eight of the n rows. */
export function pack(n: i32, width: i32, a: usize, out: usize): void {
  for (let i = 0; i < n; i++) {
    const from = a + (<usize>(i * width) << 2);
    const to = out + (<usize>((i & ~7) * width + (i & 7)) << 2);
    for (let j: usize = 0; j < <usize>width; j++) store<f32>(to + (j << 5), load<f32>(from + (j << 2)));
  }
}

/** Index of the largest of the first `count` floats of each of n rows of `width`; the first of equals. */
export function largest(n: i32, width: i32, count: i32, a: usize, out: usize): void {
  for (let i = 0; i < n; i++) {
    const row = a + (<usize>(i * width) << 2);
    let best = f32x4.splat(-Infinity);
    let where = i32x4.splat(0);
    let here = i32x4(0, 1, 2, 3);
    const whole = count & ~3;
    for (let j = 0; j < whole; j += 4) {
      const value = v128.load(row + (<usize>j << 2));
      const more = f32x4.gt(value, best);
      best = f32x4.pmax(best, value);
      where = v128.bitselect(here, where, more);
      here = i32x4.add(here, i32x4.splat(4));
    }
    let top = f32x4.extract_lane(best, 0);
    let index = i32x4.extract_lane(where, 0);
    for (let lane = 1; lane < 4; lane++) {
      const value = lane === 1 ? f32x4.extract_lane(best, 1) : lane === 2 ? f32x4.extract_lane(best, 2) : f32x4.extract_lane(best, 3);
      const other = lane === 1 ? i32x4.extract_lane(where, 1) : lane === 2 ? i32x4.extract_lane(where, 2) : i32x4.extract_lane(where, 3);
      if (value > top || (value === top && other < index)) {
        top = value;
        index = other;
      }
    }
    for (let j = whole; j < count; j++) {
      const value = load<f32>(row + (<usize>j << 2));
      if (value > top) {
        top = value;
        index = j;
      }
    }
    store<i32>(out + (<usize>i << 2), index);
  }
}
