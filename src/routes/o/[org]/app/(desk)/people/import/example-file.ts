/** What the first lines of a file may look like: a sample to compare with, not data. */
export const exampleFile = `Employee number,First name,Last name,E-mail,Manager,Department,Site,Language,Hire date
4711,Ana,Morales,ana.morales@example.org,4700,Nursing,Main Street,es,2024-03-15
4712,Ben,Okafor,ben.okafor@example.org,4700,Supply,Main Street,en,2019-11-04`;
