import { tensorflow } from './tensorflow';

/** A tensor of float64 in the native library, which TensorFlow.js has no type for. */
type Id = number;

/** What the binding offers, as far as it is needed here: internal, so tfjs-node's version is pinned. */
interface Binding {
  TF_INT32: number;
  TF_ATTR_TYPE: number;
  TF_ATTR_BOOL: number;
  createTensor(shape: number[], dtype: number, values: Int32Array): Id;
  executeOp(name: string, attributes: Attribute[], inputs: Id[], outputs: number): { id: Id }[];
  tensorDataSync(id: Id): Int32Array;
  deleteTensor(id: Id): void;
}

interface Attribute {
  name: string;
  type: number;
  value: unknown;
}

/** TensorFlow's own number for float64. */
const DOUBLE = 2;

/**
 * Arithmetic in float64 on TensorFlow's native library: a tensor of pairs of int32 is made, and `Bitcast` calls the same
 * bytes float64, without a copy or a rounding. Free all tensors of one calculation with `dispose`.
 */
export class Doubles {
  private readonly binding = (tensorflow().backend() as unknown as { binding: Binding }).binding;
  private readonly ids = new Set<Id>();

  /** A tensor of these numbers, row-major. */
  tensor(values: Float64Array, shape: number[]): Id {
    const { binding } = this;
    const pairs = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
    const bits = binding.createTensor([...shape, 2], binding.TF_INT32, pairs);
    try {
      return this.run('Bitcast', [this.type('T', binding.TF_INT32), this.type('type', DOUBLE)], [bits]);
    } finally {
      binding.deleteTensor(bits);
    }
  }

  /** A · B, either of them transposed. */
  product(a: Id, b: Id, { transposeA = false, transposeB = false } = {}): Id {
    const attributes = [this.flag('transpose_a', transposeA), this.flag('transpose_b', transposeB)];
    return this.run('MatMul', [...attributes, this.type('T', DOUBLE)], [a, b]);
  }

  /** An op of one or two tensors, element by element; a smaller one is repeated. */
  each(name: 'Sub' | 'Mul' | 'Add' | 'Maximum' | 'Sqrt', ...inputs: Id[]): Id {
    return this.run(name, [this.type('T', DOUBLE)], inputs);
  }

  /** The numbers where they are above a bound, and 0 elsewhere. */
  above(values: Id, bound: Id): Id {
    const larger = this.run('Greater', [this.type('T', DOUBLE)], [values, bound]);
    const ones = this.run('Cast', [this.type('SrcT', BOOL), this.type('DstT', DOUBLE)], [larger]);
    const kept = this.each('Mul', values, ones);
    this.free(larger, ones);
    return kept;
  }

  read(tensor: Id): Float64Array {
    const { binding } = this;
    const attributes = [this.type('T', DOUBLE), this.type('type', binding.TF_INT32)];
    const bits = this.run('Bitcast', attributes, [tensor]);
    const pairs = binding.tensorDataSync(bits);
    this.free(bits);
    return new Float64Array(pairs.buffer, pairs.byteOffset, pairs.length / 2);
  }

  free(...tensors: Id[]): void {
    for (const id of tensors) {
      this.ids.delete(id);
      this.binding.deleteTensor(id);
    }
  }

  dispose(): void {
    this.free(...this.ids);
  }

  private run(name: string, attributes: Attribute[], inputs: Id[]): Id {
    const [{ id }] = this.binding.executeOp(name, attributes, inputs, 1);
    this.ids.add(id);
    return id;
  }

  private type(name: string, value: number): Attribute {
    return { name, type: this.binding.TF_ATTR_TYPE, value };
  }

  private flag(name: string, value: boolean): Attribute {
    return { name, type: this.binding.TF_ATTR_BOOL, value };
  }
}

/** TensorFlow's own number for truth values. */
const BOOL = 10;
