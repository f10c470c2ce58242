import { describe, expect, it } from 'vitest';
import {
  allSteps,
  linesOf,
  only,
  readDocument,
  shape,
  stepNamed,
  stepTitles,
} from './sop-support.ts';

describe('task lists within one another', () => {
  const reading = readDocument('node-security-release.md');
  const sop = only(reading);

  it('gives a section to each heading and a step to each box', () => {
    expect(sop.title).toBe('Security release process');
    expect(shape(sop)).toEqual([
      [null, 1],
      ['Planning', 14],
      ['Announcement (one week in advance of the planned release)', 2],
      ['Release day', 5],
      ['Post-Release', 7],
      ['Adding a security revert option', 1],
      ['When things go wrong', 2],
    ]);
  });

  it('takes numbers that were written by hand off the titles', () => {
    expect(stepTitles(sop)[1]).toBe('Generating Next Security Release PR');
    expect(stepTitles(sop)[2]).toBe('Review of Reports');
  });

  it('leaves boxes within a step in its how where that is chosen', () => {
    const kept = only(readDocument('node-security-release.md', { nested: 'how' }));
    expect(shape(kept)[1]).toEqual(['Planning', 7]);
    expect(stepNamed(kept, 'Requesting CVEs').how).toContain('`git node security --request-cve`');
    expect(stepNamed(kept, 'Preparing Pre and Post Release Blog Posts').how).toBe(
      '- [ ] Create a pre-release blog post using `git node security --pre-release`.\n' +
        '- [ ] Create a post-release blog post using `git node security --post-release`.',
    );
  });

  it('keeps the table in how, and says what it left out', () => {
    const step = stepNamed(sop, 'Security release stewards');
    expect(step.how).toContain('| NearForm | Matteo | 2021-Oct-12 |');
    expect(linesOf(reading, 'link-left-out')).toEqual([17, 103, 158]);
  });
});

describe('numbered headings', () => {
  it('are steps, with everything under them as how', () => {
    const reading = readDocument('node-releases.md');
    const sop = only(reading);
    expect(sop.title).toBe('Node.js release process');
    expect(shape(sop)).toEqual([
      ['Who can make a release?', 3],
      ['How to create a release', 4],
      ['How to create a release: Update the changelog', 3],
      ['How to create a release', 16],
      ['LTS Releases', 4],
      ['Major releases', 6],
      ['Major releases: Changelogs', 3],
      ['Major releases', 2],
      ['FAQ', 1],
    ]);
    expect(stepNamed(sop, 'Produce a nightly build').isRequired).toBe(false);
    const staging = stepNamed(sop, 'Update the staging branch');
    expect(staging.line).toBe(143);
    expect(staging.how).toContain('git checkout v1.x-staging');
    // What stands in `details` is read, the tags are not.
    expect(staging.how).toContain('Security releases with private patches');
    expect(staging.how).not.toContain('<details>');
    expect(linesOf(reading, 'section-left-out')).toEqual([8, 10]);
  });

  it('are steps where they say so: Step 3: Code', () => {
    const reading = readDocument('node-pull-requests.md');
    const sop = only(reading);
    expect(sop.title).toBe('Pull requests');
    expect(sop.groups[1]?.title).toBe('Setting up your local environment');
    expect(sop.groups[1]?.steps.map(({ title }) => title)).toEqual(['Fork', 'Branch']);
    expect(sop.groups[2]?.steps.map(({ title }) => title)).toEqual([
      'Code',
      'Commit',
      'Rebase',
      'Test',
      'Push',
      'Opening the pull request',
      'Discuss and update',
      'Landing',
    ]);
    expect(stepNamed(sop, 'Commit').how).toContain('**Commit message guidelines**');
    expect(linesOf(reading, 'link-left-out')).toHaveLength(11);
    expect(linesOf(reading, 'section-left-out')).toEqual([3]);
  });
});

describe('numbered lists', () => {
  const reading = readDocument('node-streaming.md');
  const sop = only(reading);

  it('are steps under the headings they stand under', () => {
    expect(shape(sop)).toEqual([
      [null, 1],
      ['Managing access: Youtube', 4],
      ['Managing access', 1],
      ['Live streaming a meeting: Start and Stop the stream', 7],
      ['Live streaming a meeting', 1],
      ['Check stream status', 1],
      ['Moderate the chat and solicit questions', 1],
    ]);
    expect(sop.purpose).toBe('We publicly live stream our meetings to YouTube using Zoom.');
  });

  it('leave the sentences after the first in how, and the link that a title cannot hold', () => {
    expect(stepTitles(sop)[4]).toBe(
      'On that page you can use the +people at the top right of the popup to add people',
    );
    expect(allSteps(sop)[4]?.how).toBe('It also lists all current managers.');
    expect(
      stepNamed(sop, 'Login to https://zoom.us using the Foundation credentials').how,
    ).toContain('<https://zoom.us>');
  });

  it('report pictures, and words that moved into a step', () => {
    expect(linesOf(reading, 'picture-left-out')).toEqual([77, 93, 104, 108]);
    expect(linesOf(reading, 'text-moved')).toContain(26);
  });

  it('become procedures of their own where that is chosen', () => {
    expect(reading.offers.splits).toEqual([
      { depth: 2, titles: ['Managing access', 'Live streaming a meeting'] },
    ]);
    const split = readDocument('node-streaming.md', { split: 2 });
    expect(split.sops.map(({ title }) => title)).toContain('Live streaming a meeting');
  });
});

describe('headings on four levels', () => {
  it('are named by their path, with code between the points in how', () => {
    const reading = readDocument('node-maintaining-v8.md');
    const sop = only(reading);
    const git = sop.groups.find(({ title }) => title?.endsWith('with git-node (recommended)'));
    expect(git?.title).toBe(
      'Maintenance process: Backporting to abandoned branches: Backporting with git-node (recommended)',
    );
    expect(git?.steps).toHaveLength(8);
    expect(git?.steps[5]?.title).toBe(
      'If there are conflicts, git-node will wait for you to resolve them',
    );
    expect(git?.steps[5]?.how).toContain('```console');
    expect(sop.purpose).toContain('V8 follows the Chromium release schedule.');
    expect(linesOf(reading, 'footnote-left-out')).toEqual([367]);
  });
});

describe('front matter', () => {
  it('names and describes what has no heading of its own', () => {
    const sop = only(readDocument('pyenv-bug-report.md'));
    expect(sop).toMatchObject({
      title: 'Bug report',
      purpose: 'Create a report to help us improve',
    });
    expect(shape(sop)).toEqual([
      ['Prerequisites', 5],
      ['Describe the bug', 1],
      ['Describe the bug: Diagnostic details', 10],
    ]);
    expect(allSteps(sop)[15]?.how).toContain('export PYENV_DEBUG=1');
  });

  it('gives way to a heading, and says which of its lines were not used', () => {
    const reading = readDocument('playwright-trace.md');
    const sop = only(reading);
    expect(sop.title).toBe('Playwright Trace CLI');
    expect(shape(sop)).toEqual([
      ['Workflow', 6],
      ['Commands', 10],
      ['Typical investigation', 1],
    ]);
    expect(stepTitles(sop)[0]).toBe(
      'Start with trace open <trace.zip> to extract the trace and see its metadata',
    );
    expect(reading.notes).toContainEqual({
      code: 'front-matter-unused',
      line: 1,
      text: 'allowed-tools',
    });
  });
});

describe('a README in Spanish', () => {
  it('keeps its words, and no picture from elsewhere', () => {
    const reading = readDocument('dotenv-es.md');
    const sop = only(reading);
    expect(sop.title).toBe('dotenv');
    expect(stepTitles(sop)).toContain('Valores multilínea');
    expect(stepTitles(sop)).toContain('¿Debo confirmar mi archivo .env?');
    expect(linesOf(reading, 'picture-left-out')).toEqual([18, 26, 28, 32, 33]);
    expect(JSON.stringify(sop)).not.toMatch(/<img|!\[/);
  });
});

describe('tables written as HTML', () => {
  it('are left out with the people they name, and every picture is reported', () => {
    const reading = readDocument('testing-library-react.md');
    const sop = only(reading);
    expect(sop.title).toBe('React Testing Library');
    expect(shape(sop)).toContainEqual(['Guiding Principles', 3]);
    expect(linesOf(reading, 'picture-left-out')).toHaveLength(158);
    expect(reading.notes).toContainEqual({
      code: 'section-left-out',
      line: 445,
      text: 'Contributors',
    });
  });
});

describe('3,180 lines', () => {
  it('are read: points are steps where nothing else is', () => {
    const sop = only(readDocument('base-ui-changelog.md'));
    expect(sop.title).toBe('Versions');
    expect(sop.groups[0]).toMatchObject({ title: 'v1.9.0: General changes', line: 9 });
    expect(sop.groups[0]?.steps).toHaveLength(5);
    expect(allSteps(sop).length).toBeGreaterThan(1_000);
    expect(sop.groups.at(-1)).toMatchObject({ title: 'v1.0.0-alpha.4', line: 3176 });
  });
});

describe('a document pasted from', () => {
  it('Google Docs has its lists, boxes and weight', () => {
    const reading = readDocument('google-docs.html');
    const sop = only(reading);
    expect(sop.title).toBe('Refund a customer');
    expect(sop.purpose).toBe(
      'A refund that waits a week costs us the customer. Finish it the same day.',
    );
    expect(shape(sop)).toEqual([
      ['Check', 3],
      ['Pay back', 2],
    ]);
    expect(stepNamed(sop, 'Compare the amount with the invoice')).toMatchObject({
      expectedMinutes: 3,
      how: '1. Shipping is refunded only when we sent the wrong item',
    });
    expect(stepNamed(sop, 'Was the parcel returned?')).toMatchObject({
      kind: 'choice',
      options: ['Yes', 'No'],
    });
    expect(stepNamed(sop, 'Write to the customer').isRequired).toBe(false);
    expect(linesOf(reading, 'picture-left-out')).toHaveLength(1);
  });

  it('Word has the lists that it writes as paragraphs, and no script', () => {
    const reading = readDocument('word.html');
    const sop = only(reading);
    expect(sop).toMatchObject({
      title: 'Close the month',
      purpose: 'The books have to be closed by the third working day.',
    });
    expect(stepNamed(sop, 'Ask the bank for the statement').how).toBe(
      '1. As CSV, not as PDF\n2. For all accounts',
    );
    expect(stepNamed(sop, 'Lock the period').how).toBe('Nobody books into it any more.');
    expect(stepNamed(sop, 'Reconcile').how).toContain('| Savings | Ben |');
    expect(reading.notes).toContainEqual({ code: 'html-left-out', line: 17, text: '<script>' });
    expect(JSON.stringify(reading)).not.toContain('taken over');
  });

  it('Confluence has its tasks, and no frame or address that runs', () => {
    const reading = readDocument('confluence.html');
    const sop = only(reading);
    expect(sop.title).toBe('Onboard a client');
    expect(stepTitles(sop)).toEqual(['Create the workspace', 'Invite the client @Ana']);
    expect(allSteps(sop)[1]?.how).toContain('Ask before you share a folder.');
    expect(JSON.stringify(sop)).not.toMatch(/javascript:|onclick|iframe/);
  });
});
