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
      v128.store(to, f32x4.max(s00, floor));
      v128.store(to, f32x4.max(s01, floor), 16);
      v128.store(to + rowOut, f32x4.max(s10, floor));
      v128.store(to + rowOut, f32x4.max(s11, floor), 16);
      v128.store(to + rowOut * 2, f32x4.max(s20, floor));
      v128.store(to + rowOut * 2, f32x4.max(s21, floor), 16);
      v128.store(to + rowOut * 3, f32x4.max(s30, floor));
      v128.store(to + rowOut * 3, f32x4.max(s31, floor), 16);
      to += 32;
    }
  }
}

/** out[count] = a[count] / step as int16, saturated; counts are multiples of 8. */
export function shorten(count: i32, a: usize, inverse: f32, out: usize): void {
  const s = f32x4.splat(inverse);
  const limit = i16x8.splat(8191);
  const floor = i16x8.splat(-8191);
  for (let j: usize = 0; j < <usize>count; j += 8) {
    const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(a + (j << 2)), s)));
    const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(a + (j << 2), 16), s)));
    v128.store(out + (j << 1), i16x8.max_s(i16x8.min_s(i16x8.narrow_i32x4_s(low, high), limit), floor));
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
  for (let i = 0; i < n; i += 4) {
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
      v128.store(to, f32x4.max(floor, f32x4.add(b0, f32x4.mul(k0, f32x4.convert_i32x4_s(s00)))));
      v128.store(to, f32x4.max(floor, f32x4.add(b1, f32x4.mul(k1, f32x4.convert_i32x4_s(s01)))), 16);
      v128.store(to + rowOut, f32x4.max(floor, f32x4.add(b0, f32x4.mul(k0, f32x4.convert_i32x4_s(s10)))));
      v128.store(to + rowOut, f32x4.max(floor, f32x4.add(b1, f32x4.mul(k1, f32x4.convert_i32x4_s(s11)))), 16);
      v128.store(to + rowOut * 2, f32x4.max(floor, f32x4.add(b0, f32x4.mul(k0, f32x4.convert_i32x4_s(s20)))));
      v128.store(to + rowOut * 2, f32x4.max(floor, f32x4.add(b1, f32x4.mul(k1, f32x4.convert_i32x4_s(s21)))), 16);
      v128.store(to + rowOut * 3, f32x4.max(floor, f32x4.add(b0, f32x4.mul(k0, f32x4.convert_i32x4_s(s30)))));
      v128.store(to + rowOut * 3, f32x4.max(floor, f32x4.add(b1, f32x4.mul(k1, f32x4.convert_i32x4_s(s31)))), 16);
      to += 32;
    }
  }
}

/** Logistic function by the rational minimax form of tanh that Eigen uses: within 1e-6, the same on every machine. */
// @ts-ignore: decorator
@inline
function logistic(z: v128): v128 {
  let x = f32x4.mul(z, f32x4.splat(0.5));
  x = f32x4.min(f32x4.max(x, f32x4.splat(-7.9)), f32x4.splat(7.9));
  const y = f32x4.mul(x, x);
  let p = f32x4.splat(-2.76076847742355e-16);
  p = f32x4.add(f32x4.mul(p, y), f32x4.splat(2.00018790482477e-13));
  p = f32x4.add(f32x4.mul(p, y), f32x4.splat(-8.60467152213735e-11));
  p = f32x4.add(f32x4.mul(p, y), f32x4.splat(5.12229709037114e-8));
  p = f32x4.add(f32x4.mul(p, y), f32x4.splat(1.48572235717979e-5));
  p = f32x4.add(f32x4.mul(p, y), f32x4.splat(6.37261928875436e-4));
  p = f32x4.add(f32x4.mul(p, y), f32x4.splat(4.89352455891786e-3));
  let q = f32x4.splat(1.19825839466702e-6);
  q = f32x4.add(f32x4.mul(q, y), f32x4.splat(1.18534705686654e-4));
  q = f32x4.add(f32x4.mul(q, y), f32x4.splat(2.26843463243900e-3));
  q = f32x4.add(f32x4.mul(q, y), f32x4.splat(4.89352518554385e-3));
  const t = f32x4.div(f32x4.mul(x, p), q);
  return f32x4.add(f32x4.mul(t, f32x4.splat(0.5)), f32x4.splat(0.5));
}

/** Four cells of a simple recurrent unit, one step: the new state; what goes out is written to `out`. */
// @ts-ignore: decorator
@inline
function cell(c: v128, at: usize, half: usize, vf: v128, vr: v128, x: usize, out: usize): v128 {
  const f = logistic(f32x4.add(v128.load(at + half * 2), f32x4.mul(vf, c)));
  const r = logistic(f32x4.add(v128.load(at + half * 4), f32x4.mul(vr, c)));
  const g = v128.load(at);
  const next = f32x4.add(g, f32x4.mul(f, f32x4.sub(c, g)));
  const before = v128.load(x);
  v128.store(out, f32x4.add(before, f32x4.mul(r, f32x4.sub(next, before))));
  return next;
}

/**
 * One bidirectional simple recurrent unit layer (Lei et al. 2018). u[n × 6h]: candidate, forget gate, reset gate, each forward
 * then backward; v[4h]: peepholes of forget (forward, backward) and reset; x[n × 2h] the layer's input; out[n × 2h]. Each step
 * waits for the one before it, so four independent groups of cells run side by side. h is a multiple of 8.
 */
export function recur(n: i32, h: i32, u: usize, v: usize, x: usize, out: usize): void {
  const half: usize = <usize>h << 2;
  const row = half * 2;
  const gates = half * 6;
  const last = <usize>(n - 1);
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
      c0 = cell(c0, at, half, vf0, vr0, x + place, out + place);
      d0 = cell(d0, back, half, wf0, wr0, x + behind, out + behind);
      c1 = cell(c1, at + 16, half, vf1, vr1, x + place + 16, out + place + 16);
      d1 = cell(d1, back + 16, half, wf1, wr1, x + behind + 16, out + behind + 16);
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

/**
 * The first layer's input[n × dim] and gates[n × 3dim] from cached rows. Per row, `words` and `tags` hold int32 indices of its word's
 * and its tags' rows: `dim` floats in the input tables; three parts of 3dim in the gate tables, the second of which goes to
 * the next row and the third to the row before.
 */
export function gather(n: i32, dim: i32, words: usize, tags: usize, wordInput: usize, wordGates: usize, tagInput: usize, tagGates: usize, input: usize, gates: usize): void {
  const row: usize = <usize>dim << 2;
  const part = row * 3;
  const whole = row * 9;
  for (let i = 0; i < n; i++) {
    const at: usize = <usize>i << 2;
    const word = <usize>load<u32>(words + at), tag = <usize>load<u32>(tags + at);
    addRows(dim, wordInput + word * row, tagInput + tag * row, input + <usize>i * row);
    const a = wordGates + word * whole, b = tagGates + tag * whole;
    // Beyond the ends stands the row itself, weighted by zero.
    const before = i > 0 ? at - 4 : at, after = i < n - 1 ? at + 4 : at;
    const c = wordGates + <usize>load<u32>(words + before) * whole + part, d = tagGates + <usize>load<u32>(tags + before) * whole + part;
    const e = wordGates + <usize>load<u32>(words + after) * whole + part * 2, f = tagGates + <usize>load<u32>(tags + after) * whole + part * 2;
    const hasBefore = f32x4.splat(i > 0 ? 1 : 0), hasAfter = f32x4.splat(i < n - 1 ? 1 : 0);
    const out = gates + <usize>i * part;
    for (let j: usize = 0; j < part; j += 16) {
      const own = f32x4.add(v128.load(a + j), v128.load(b + j));
      const left = f32x4.mul(f32x4.add(v128.load(c + j), v128.load(d + j)), hasBefore);
      const right = f32x4.mul(f32x4.add(v128.load(e + j), v128.load(f + j)), hasAfter);
      v128.store(out + j, f32x4.add(own, f32x4.add(left, right)));
    }
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
    for (let j: usize = 0; j < row; j += 16) v128.store(to + j, f32x4.max(zero, f32x4.add(v128.load(a + j), v128.load(b + j))));
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
    let best = load<f32>(row);
    let index = 0;
    for (let j = 1; j < count; j++) {
      const value = load<f32>(row + (<usize>j << 2));
      if (value > best) {
        best = value;
        index = j;
      }
    }
    store<i32>(out + (<usize>i << 2), index);
  }
}
