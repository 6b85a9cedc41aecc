import { findTransactionColumns } from '../../../../src/features/rfm/reading/transactionColumns';

/** The roles that were found, with their columns, and the first sentence about them. */
function found(headers: string, separator = ',') {
  const { columns, detected } = findTransactionColumns('log.csv', headers.split(separator), {});
  return {
    said: detected[0],
    ...Object.fromEntries(Object.entries(columns).filter(([, name]) => name !== null)),
  };
}

const SHOPIFY =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing City,Billing Zip,Billing Country,Shipping Name,Shipping Country,Notes,Cancelled at,Payment Method,Refunded Amount,Id,Tags,Source,Lineitem discount,Phone'; // lint-words: allow

test('Shopify: the order is called Name, and its total counts', () => {
  expect(found(SHOPIFY)).toEqual({
    said: 'the columns are those of orders as Shopify exports them',
    ...{ customer: 'Email', invoice: 'Name', date: 'Created at', amount: 'Total' },
    ...{ description: 'Lineitem name', country: 'Billing Country', currency: 'Currency' },
    ...{ status: 'Financial Status', canceled: 'Cancelled at', refunded: 'Refunded Amount' }, // lint-words: allow
  });
});

test('Shopify without totals: quantity and price of the lines', () => {
  const lines =
    'Name,Email,Financial Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Country';
  expect(found(lines)).toMatchObject({ quantity: 'Lineitem quantity', price: 'Lineitem price' });
});

test.each([
  [
    'the shop’s own report of orders',
    'Date,Order #,N. Revenue (formatted),N. Revenue,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Attribution',
    { customer: 'Customer', invoice: 'Order #', date: 'Date', amount: 'N. Revenue', status: 'Status' },
  ],
  [
    'a line for each order',
    'order_id,order_number,order_date,status,shipping_total,order_total,order_currency,payment_method,customer_id,billing_first_name,billing_email,billing_country,refunded_total,line_items',
    {
      ...{ customer: 'billing_email', invoice: 'order_number', date: 'order_date', amount: 'order_total' },
      ...{ currency: 'order_currency', status: 'status', refunded: 'refunded_total' },
    },
  ],
  [
    'a line for each item',
    'Order Number,Order Status,Order Date,First Name (Billing),Email (Billing),Country Code (Billing),Order Refund Amount,Order Total Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost',
    {
      ...{ customer: 'Email (Billing)', invoice: 'Order Number', date: 'Order Date' },
      ...{ amount: 'Order Total Amount', status: 'Order Status', refunded: 'Order Refund Amount' },
    },
  ],
])('WooCommerce: %s', (_, headers, columns) => {
  expect(found(headers)).toMatchObject({
    said: 'the columns are those of orders as WooCommerce exports them',
    ...columns,
  });
});

test('Klaviyo: events with their values', () => {
  expect(found('Email,Metric,Time,$value,$event_id,Order ID,Item Count')).toEqual({
    said: 'the columns are those of orders as Klaviyo exports them',
    ...{ customer: 'Email', invoice: 'Order ID', date: 'Time', amount: '$value', status: 'Metric' },
  });
});

test('Stripe: payments', () => {
  const headers =
    'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Decline Reason,Description,Fee,Mode,Status,Seller Message,Card ID,Customer ID,Customer Description,Customer Email,Invoice ID,Transfer';
  expect(found(headers)).toEqual({
    said: 'the columns are those of orders as Stripe exports them',
    ...{ customer: 'Customer Email', invoice: 'id', date: 'Created date (UTC)', amount: 'Amount' },
    ...{ currency: 'Currency', status: 'Status', canceled: 'Mode', refunded: 'Amount Refunded' },
  });
});

test.each([
  'Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Fees,Net Total,Transaction ID,Payment ID,Details,Description,Event Type,Location,Customer ID,Customer Name',
  'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name',
])('Square: %.40s …', (headers) => {
  expect(found(headers)).toMatchObject({
    said: 'the columns are those of orders as Square exports them',
    ...{ customer: 'Customer ID', invoice: 'Transaction ID', date: 'Date', amount: 'Net Sales' },
    status: 'Event Type',
  });
});

test('Amazon: the price of an item is that of all its pieces', () => {
  const headers =
    'order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tbuyer-name\tsku\tproduct-name\tquantity-purchased\tcurrency\titem-price\titem-tax\tship-country';
  expect(found(headers, '\t')).toEqual({
    said: 'the columns are those of orders as Amazon exports them',
    ...{ customer: 'buyer-email', invoice: 'order-id', date: 'purchase-date', amount: 'item-price' },
    ...{ description: 'product-name', country: 'ship-country', currency: 'currency' },
  });
});

test('a file of customers is no export of orders', () => {
  expect(() => found('Name,Email,Age,Income')).toThrow('the date');
});

test.each<[string, string, Record<string, string>]>([
  [
    'Magento',
    'ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,Customer Email,Customer Group,Subtotal,Shipping and Handling,Customer Name,Payment Method,Total Refunded',
    {
      ...{ customer: 'Customer Email', invoice: 'ID', date: 'Purchase Date', amount: 'Grand Total (Base)' },
      ...{ status: 'Status', refunded: 'Total Refunded' },
    },
  ],
  [
    'BigCommerce',
    'Order ID,Customer ID,Customer Name,Customer Email,Order Date,Order Status,Subtotal (inc tax),Subtotal (ex tax),Order Total (inc tax),Order Total (ex tax),Total Quantity,Order Currency Code',
    {
      ...{ customer: 'Customer Email', invoice: 'Order ID', date: 'Order Date' },
      ...{ amount: 'Order Total (inc tax)', status: 'Order Status', currency: 'Order Currency Code' },
    },
  ],
  [
    'PayPal',
    'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Item Title,Reference Txn ID,Invoice Number,Quantity,Balance',
    {
      ...{ customer: 'From Email Address', invoice: 'Transaction ID', date: 'Date', amount: 'Gross' },
      ...{ currency: 'Currency', status: 'Type', canceled: 'Status', description: 'Item Title' },
    },
  ],
  [
    'eBay',
    'Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Item Number,Item Title,Quantity,Sold For,Shipping And Handling,Total Price,Payment Method,Sale Date,Paid On Date',
    {
      ...{ customer: 'Buyer Username', invoice: 'Order Number', date: 'Sale Date', amount: 'Total Price' },
      description: 'Item Title',
    },
  ],
  [
    'Etsy',
    'Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Date Shipped,Ship Country,Currency,Order Value,Discount Amount,Shipping,Order Total,Status,Adjusted Order Total,Buyer',
    {
      ...{ customer: 'Buyer User ID', invoice: 'Order ID', date: 'Sale Date', amount: 'Order Total' },
      ...{ country: 'Ship Country', currency: 'Currency', status: 'Status' },
    },
  ],
  [
    'PrestaShop',
    'ID,Référence,Nouveau client,Livraison,Client,Total,Paiement,État,Date',
    { customer: 'Client', invoice: 'Référence', date: 'Date', amount: 'Total', status: 'État' },
  ],
  [
    'Wix',
    'Order number,Date created,Time,Contact email,Item,Variant,SKU,Qty,Quantity refunded,Price,Total tax,Total,Currency,Refunded amount,Payment status,Fulfillment status',
    {
      ...{ customer: 'Contact email', invoice: 'Order number', date: 'Date created', amount: 'Total' },
      ...{ description: 'Item', currency: 'Currency', status: 'Payment status', refunded: 'Refunded amount' },
    },
  ],
  [
    'Xero',
    'ContactName,EmailAddress,InvoiceNumber,InvoiceDate,DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,Description,Quantity,UnitAmount,LineAmount,AccountCode,Currency,Type,Status',
    {
      ...{ customer: 'ContactName', invoice: 'InvoiceNumber', date: 'InvoiceDate', amount: 'Total' },
      ...{ description: 'Description', currency: 'Currency', status: 'Status', canceled: 'Type' },
    },
  ],
  [
    'QuickBooks',
    'Date,Transaction Type,Num,Name,Memo/Description,Amount',
    {
      ...{ customer: 'Name', invoice: 'Num', date: 'Date', amount: 'Amount' },
      ...{ status: 'Transaction Type', description: 'Memo/Description' },
    },
  ],
])('%s', (shop, headers, columns) => {
  expect(found(headers)).toEqual({
    said: `the columns are those of orders as ${shop} exports them`,
    ...columns,
  });
});
