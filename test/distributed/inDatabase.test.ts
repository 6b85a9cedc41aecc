import { testsOfDescriptions } from './support/describedInDatabase';
import { describeOn, ENGINES } from './support/engines';
import { testsInDatabase } from './support/inDatabase';
import { report } from './support/report';

for (const engine of ENGINES) {
  describeOn(engine, (database) => {
    testsOfDescriptions(database, 'work', (figures) => report('descriptions', engine.name, figures));
    testsInDatabase(database, 'work', (figures) => report('k-means and components', engine.name, figures));
  });
}
