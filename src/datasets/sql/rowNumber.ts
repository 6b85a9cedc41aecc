/** Numbers the rows of tables in the order in which they came, for engines that keep none. */
export const ROW_NUMBER = 'row_of_table';
