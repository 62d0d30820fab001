import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/read/language.ts';

describe('detectLanguage', () => {
  it.each([
    'The group claimed the attack.',
    'No group has claimed responsibility.',
    'Gunmen killed nine people, police said.',
    'Police in Lahore arrested three men. Officials said they belonged to Lashkar-e-Taiba.',
    'Zelenskyy, Macron, Scholz, Meloni and Tusk met in Kyiv; they signed the declaration of the summit before noon.',
  ])('calls a short English text English: %s', (text) => {
    expect(detectLanguage(text)).toBe('en');
  });

  it('does not take names for words of another language', () => {
    expect(detectLanguage('Talks in Lisbon\n\nMaria Santos met Peter Reis in Lisbon on Friday.')).toBe('en');
    expect(
      detectLanguage(
        'Strike\n\nSarland attacked a Velmoran air base in Crimea on Monday. Hamas attacked a base near Gaza. Rebels attacked a convoy in Mali. Rebels stormed a prison in Goma. The Taliban attacked a checkpoint in Ghazni.',
      ),
    ).toBe('en');
  });

  it.each([
    [
      'de',
      'Die Regierung in Berlin hat am Dienstag neue Strafen gegen das Land beschlossen. Der Minister sagte, man werde in den nächsten Tagen mit den Partnern sprechen. Die Opposition war dagegen.',
    ],
    [
      'fr',
      "Le gouvernement a annoncé mardi de nouvelles sanctions contre le pays voisin. Le ministre a déclaré que les discussions se poursuivraient. L'opposition a critiqué cette décision.",
    ],
    [
      'es',
      'El gobierno anunció el martes nuevas sanciones contra el país vecino. El ministro dijo que las conversaciones seguirán en los próximos días. La oposición ha criticado la decisión.',
    ],
    [
      'ru',
      'Правительство объявило во вторник о новых санкциях против соседней страны. Министр заявил, что переговоры продолжатся в ближайшие дни.',
    ],
    [
      'ar',
      'أعلنت الحكومة يوم الثلاثاء فرض عقوبات جديدة على الدولة المجاورة. وقال الوزير إن المحادثات ستستمر في الأيام المقبلة.',
    ],
    ['zh', '政府周二宣布对邻国实施新的制裁。外交部长表示,谈判将在未来几天继续进行。反对派批评了这一决定。'],
    [
      'tr',
      'Hükümet salı günü komşu ülkeye karşı yeni yaptırımlar açıkladı. Dışişleri bakanı, görüşmelerin önümüzdeki günlerde süreceğini söyledi.',
    ],
    [
      'nl',
      'De politie heeft twee mannen opgepakt van wie ze denkt dat ze bij de aanslag betrokken zijn. Het is niet bekend of ze lid zijn van een groep. Was er een plan, of is het toeval?',
    ],
  ])('tells %s', (code, text) => {
    expect(detectLanguage(text)).toBe(code);
  });

  it('does not call a Danish text English that is full of "at", "for" and "have"', () => {
    const text =
      'Politiet siger, at de har anholdt to mænd for angrebet på havnen. De er sigtet for at have hjulpet gruppen, og at de har været under overvågning.';
    expect(detectLanguage(text)).not.toBe('en');
  });

  it('does not call a Russian text English that quotes some', () => {
    const text =
      'Министр иностранных дел заявил во вторник, что переговоры продолжатся в ближайшие дни. «This is the end of it», — сказал он журналистам после встречи с послами соседних стран.';
    expect(detectLanguage(text)).toBe('ru');
  });

  it.each(['Hamas attacks Israel', 'Reuters', '12 345', 'Foto: AP'])('cannot tell of "%s"', (text) => {
    expect(detectLanguage(text)).toBe('und');
  });
});
