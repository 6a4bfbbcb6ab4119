import type { Dice } from './dice.ts';
import type { Locale } from '../platform/context.ts';

interface Origin {
	readonly weight: number;
	/** How many of them read Spanish rather than English. */
	readonly spanish: number;
	readonly given: readonly string[];
	readonly family: readonly string[];
}

const words = (list: string) => list.split(' ');

/** Given and family names that go together, from lists written for this; whoever bears such a name is not meant. */
const origins: readonly Origin[] = [
	{
		weight: 29,
		spanish: 0.86,
		given: words(
			'Adela Alma Amparo Aníbal Beatriz Braulio Camila Celia Clemente Dalia Diego Edelmira Efraín Elena Estela Fabián Fermín Gilda Gerardo Graciela Hernán Inés Irma Isidro Jimena Joel Josefina Leandro Leticia Lorena Lucero Manuela Marisol Mateo Miriam Nélida Noemí Octavio Olga Óscar Paloma Pilar Ramiro Rufino Rebeca Rocío Rosalba Salvador Saúl Silvia Sofía Tomás Úrsula Valeria Víctor Ximena Yolanda',
		),
		family: words(
			'Acosta Aguilar Alvarado Arce Barrera Bautista Becerra Cabrera Cárdenas Castañeda Cervantes Cisneros Cordero Domínguez Espinoza Figueroa Fuentes Galindo Guerrero Huerta Ibarra Jaramillo Lozano Maldonado Márquez Mejía Montes Morales Navarro Núñez Olivares Ordóñez Orozco Palacios Peralta Quintero Quispe Robles Rosales Salinas Sandoval Solís Tapia Téllez Urbina Valdez Vargas Velasco Villegas Zamora Zepeda',
		),
	},
	{
		weight: 21,
		spanish: 0,
		given: words(
			'Abigail Alan Amy Andrea Barbara Beth Brian Bruce Caitlin Carol Craig Dana Deborah Dennis Donna Edith Emily Eric Erin Gail Glenn Gwen Heather Holly Ian Janet Jeffrey Jill Joyce Karen Keith Kelly Laura Leslie Lynn Marcia Martin Meg Neil Nora Patricia Paul Peggy Rachel Ralph Roy Sally Scott Sheila Stuart Susan Teresa Todd Valerie Wendy',
		),
		family: words(
			'Abbott Ainsley Barlow Beckett Birch Bramwell Caldwell Carver Chadwick Colby Dalton Draper Ellery Farrow Fenwick Garrity Goodwin Halsted Hadley Hartwell Holbrook Keating Kendrick Lathrop Lockhart Merrill Moody Nash Norwood Oakes Pruitt Quigley Radcliff Rowley Sawyer Selby Stoddard Tanner Thayer Underhill Vance Wakefield Whitcomb Winslow Yardley',
		),
	},
	{
		weight: 13,
		spanish: 0,
		given: words(
			'Aaliyah Alonzo Andre Aniya Anthony Camille Cedric Charlene Darnell Darius Deja Denise Desmond Ebony Imani Jada Jalen Janelle Jerome Kendra Keisha Lamar Latoya Leon Malik Marcus Monique Naomi Nia Quincy Raven Reggie Shanice Simone Tamika Terrence Tiana Tyrone Vernon Yvette',
		),
		family: words(
			'Ames Banks Battle Bonner Booker Bradshaw Broadnax Butler Cannon Chatman Coles Crump Dade Dawkins Dixon Easley Gaines Gadsden Gilliam Grier Hairston Ivory Jeffries Kinsey Lyles Mayfield McCray Moseley Outlaw Peoples Pettway Rhodes Ruffin Singletary Spivey Toney Tubbs Vick Whitlock Womack',
		),
	},
	{
		weight: 9,
		spanish: 0,
		given: words(
			'Agnes Alma Analyn Arnel Bayani Benjie Carmela Cherry Corazon Dante Divina Efren Elmer Evangeline Fe Gemma Gina Grace Jericho Jocelyn Jonel Liza Lourdes Luzviminda Marilou Marites Melchor Nestor Noel Perla Ramil Reynaldo Rowena Ruel Teodora Vilma',
		),
		family: words(
			'Abad Agbayani Alcantara Bagtas Balane Batungbakal Cabral Catacutan Cayabyab Dacanay Dimaano Dumlao Enriquez Evangelista Fajardo Galang Gatchalian Ilagan Lacson Lagman Legaspi Macapagal Magsino Malabanan Manalo Matapang Nepomuceno Ocampo Pangilinan Punzalan Quiambao Salonga Sumulong Tolentino Villanueva',
		),
	},
	{
		weight: 8,
		spanish: 0,
		given: words(
			'Aarti Ajay Amrita Anil Anjali Arjun Asha Bhavna Chetan Devika Dev Farah Gauri Harish Imran Jaya Kavya Kiran Lakshmi Leela Manoj Meera Mohan Nadia Neha Nikhil Pooja Prakash Ravi Rekha Rohan Sana Sanjay Shreya Sunil Tara Uma Usha Varun Vikram Yasmin',
		),
		family: words(
			'Acharya Bakshi Bagchi Bhatt Chaudhari Dalal Deshmukh Dhillon Gill Gokhale Hebbar Iyer Jain Jhaveri Kamath Kaur Kulkarni Lobo Mahajan Malhotra Mehta Menezes Mirza Nair Pandit Parekh Pillai Qureshi Rao Saini Saxena Sethi Shenoy Sidhu Thakur Trivedi Usman Vaidya Wadia',
		),
	},
	{
		weight: 7,
		spanish: 0,
		given: words(
			'An Bao Binh Chau Cuong Da-eun Fang Haruka Hiro Hoa Huan Jia Jin Ji-woo Kaito Keiko Lieu Lei Linh Mai Mei Min-jun Ngoc Phuong Qiang Rui Sakura Seo-yeon Shan Tam Thanh Thuy Wei Xiu Yan Yuki Yun Zhen',
		),
		family: words(
			'Bai Bui Cao Cho Chung Dang Dinh Doan Fung Fujita Gao Hashimoto Ho Huang Hwang Inoue Jang Kimura Kwon Lam Lau Liang Luong Mai Moon Ngo Oh Okada Pham Quach Seo Shimizu Shin Song Tran Truong Ueda Vuong Xu Yoon Zhao Zhu',
		),
	},
	{
		weight: 6,
		spanish: 0,
		given: words(
			'Abena Adaeze Adwoa Akosua Amara Ayodele Bola Chidi Chinwe Efua Ebele Emeka Femi Folasade Ife Ifeoma Kehinde Kofi Kwabena Kwame Modupe Nkechi Nnamdi Obinna Segun Taiwo Temitope Tunde Uche Yaw Zainab',
		),
		family: words(
			'Abiola Acheampong Adebayo Adjei Afolabi Agyeman Akande Amoah Ansah Asante Ayeni Bamidele Boateng Danso Eze Gyasi Ibe Igwe Kamara Koroma Mbah Mensah Nwosu Obi Odunsi Ofori Ogunleye Okeke Okoro Oladipo Onyeka Opoku Owusu Sarpong Sesay Tetteh Uzoma',
		),
	},
	{
		weight: 4,
		spanish: 0,
		given: words(
			'Carline Claudette Daphne Delroy Dieudonné Fabienne Ghislaine Guerda Jean-Robert Judeline Kerwin Lucson Marlon Marie-Ange Nadège Odette Pierrette Roseline Ruth Trevor Wilner Winston Yvonne',
		),
		family: words(
			'Alcide Baptiste Beaubrun Bernadin Cadet Célestin Charlery Clervil Delva Désir Dorval Fevrier Guillaume Hyppolite Jean-Louis Lafontant Louissaint Mondésir Petit-Frère Pierre-Paul Ramcharan Saintil Thermidor Toussaint Valcin',
		),
	},
	{
		weight: 3,
		spanish: 0,
		given: words(
			'Adrijana Agnieszka Bogdan Danuta Dariusz Elżbieta Galina Goran Halina Iryna Jelena Katarzyna Lyudmila Marek Mirela Nadiya Olena Piotr Radu Svetlana Taras Vesna Wiktor Zofia',
		),
		family: words(
			'Babić Bondar Czarnecka Dragić Dudek Filipović Gorski Horvat Ivanchuk Jankowska Kovalenko Lazar Lisowski Marchenko Mazur Novak Petrenko Popescu Radulescu Rybak Sokol Stanek Vuković Wrona Zielińska',
		),
	},
	{
		weight: 3,
		spanish: 0,
		given: words(
			'Abdi Amal Amina Bilal Dina Fadi Farid Fatma Hala Hamza Hanan Hodan Idris Jamila Karim Khalid Laila Lina Mariam Mona Nabil Noor Omar Rami Salma Samira Tarek Yusuf Zahra',
		),
		family: words(
			'Abboud Aden Barakat Bazzi Darwish Elmi Farah Ghanem Haddad Hakimi Issa Jaber Kassab Khoury Mansour Mourad Nasser Osman Qasim Rahal Saleh Tahan Warsame Yazbek Zidan',
		),
	},
];

export interface Name {
	readonly givenName: string;
	readonly familyName: string;
	readonly language: Locale;
}

/** Somebody's name, and the language they read best. */
export function inventName(by: Dice): Name {
	const { given, family, spanish } = by.weigh(origins);
	const second = spanish > 0 && by.happens(0.08) ? ` ${by.pick(family)}` : '';
	return {
		givenName: by.pick(given),
		familyName: `${by.pick(family)}${second}`,
		language: by.happens(spanish) ? 'es' : 'en',
	};
}

/** A family name after a wedding or a divorce. */
export function inventFamilyName(by: Dice): string {
	return by.pick(by.weigh(origins).family);
}

/** The part of an address before the @: plain letters. */
export function plainName(givenName: string, familyName: string): string {
	return `${givenName}.${familyName}`
		.normalize('NFKD')
		.toLowerCase()
		.replace(/ł/g, 'l')
		.replace(/ı/g, 'i')
		.replace(/[^a-z.-]/g, '');
}
