import { clearFilters } from './filters';

/** Said where the filters leave no customer. */
export function NoCustomers() {
  return (
    <div class="nobody">
      <p>No customers match your filters. Remove a filter to see more.</p>
      <button type="button" onClick={clearFilters}>
        Show all customers
      </button>
    </div>
  );
}
