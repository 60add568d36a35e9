// Reads an iCalendar from standard input and prints what it holds.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')));
const text = (component, name) => component.getFirstPropertyValue(name)?.toString() ?? null;
console.log(JSON.stringify({
  name: text(calendar, 'x-wr-calname'),
  description: text(calendar, 'x-wr-caldesc'),
  events: calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid, summary: event.summary, description: event.description, location: event.location, sequence: event.sequence,
      start: event.startDate.toString(), end: event.endDate.toString(), isDate: event.startDate.isDate,
      status: text(component, 'status'), url: text(component, 'url'), modified: text(component, 'last-modified'), stamp: text(component, 'dtstamp'),
      categories: component.getAllProperties('categories').flatMap(p => p.getValues()),
    };
  }),
}));
