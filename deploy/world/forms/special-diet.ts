import type { Form } from '@sportello/forms/form';
import { declarations, option, reachedAt, whoAsks } from './person.ts';

/** A parent asks for another menu. `pupil` is filled in by the page of the meals. */
export const specialDiet: Form = {
  title: { it: 'Dieta speciale alla mensa scolastica', en: 'Special diet at school meals' },
  pages: [
    {
      key: 'diet',
      title: { it: 'La dieta', en: 'The diet' },
      sections: [
        { key: 'applicant', title: { it: 'I tuoi dati', en: 'Your data' }, fields: [...whoAsks, ...reachedAt] },
        {
          key: 'wanted',
          title: { it: 'Che cosa chiedi', en: 'What you ask for' },
          fields: [
            {
              kind: 'text',
              key: 'pupil',
              label: { it: 'Cognome e nome dell’alunno', en: 'Family name and given name of the pupil' },
              required: true,
              maxLength: 200,
              columns: 6,
            },
            {
              kind: 'choice',
              key: 'diet',
              label: { it: 'Dieta', en: 'Diet' },
              required: true,
              options: [
                option(
                  'health',
                  'Per salute: allergia, intolleranza, celiachia o altro',
                  'For health: allergy, intolerance, coeliac disease or other',
                ),
                option('no-pork', 'Senza carne di maiale', 'Without pork'),
                option('vegetarian', 'Vegetariana', 'Vegetarian'),
                option('vegan', 'Vegana', 'Vegan'),
              ],
              columns: 6,
            },
            {
              kind: 'text',
              key: 'foods',
              label: { it: 'Alimenti da escludere', en: 'Food to leave out' },
              help: { it: 'Come li indica il certificato.', en: 'As the certificate names it.' },
              showIf: { field: 'diet', equals: 'health' },
              required: true,
              maxLength: 500,
            },
            {
              kind: 'file',
              key: 'certificate',
              label: { it: 'Certificato del medico', en: 'Doctor’s certificate' },
              showIf: { field: 'diet', equals: 'health' },
              required: true,
              types: ['application/pdf', 'image/jpeg', 'image/png'],
              maxFiles: 2,
            },
          ],
        },
        { ...declarations, fields: declarations.fields.filter(({ key }) => key === 'noticeRead') },
      ],
    },
  ],
};
