import { validate } from './plotly';

describe("Plotly's validator, as the tests use it", () => {
  it('finds an attribute that does not exist', () => {
    const figure = { data: [{ type: 'bar', x: [1], color: 'red' }], layout: {}, description: '' };
    expect(validate(figure as never)).toHaveLength(1);
  });

  it('finds a title in the old form', () => {
    expect(validate({ data: [], layout: { title: 'Old form' }, description: '' } as never)).toHaveLength(1);
  });

  it('has nothing to say about a sound figure', () => {
    expect(validate({ data: [{ type: 'bar', x: [1], y: [2] }], layout: {}, description: '' })).toEqual([]);
  });
});
