import { means, noQuantities, reads } from "./quantities.ts";

describe("units by name and symbol", () => {
	means("measure 181 zettabyte", ["181 zettabytes", "181 ZB", "181ZB", "a [181-zettabyte] store"]);
	means("measure 5.5 mile", ["5.5 miles", "5.5 mi", "5.5-mile"]);
	means("measure 3 kilometre", [
		"3 km",
		"3km",
		"3 kilometres",
		"3 kilometers",
		"three kilometres",
		"a [3-kilometre] road",
		"a [3 km] road",
	]);
	means("measure 6.1 foot", ["6.1 ft", "6.1 feet", "6.1ft", "a [6.1-foot] fence", "a [6.1 foot] fence"]);
	means("measure 15.5 centimetre", ["15.5 cm", "15.5 centimetres", "15.5cm"]);
	means("measure 25.5 inch", ["25.5 inches", "25.5″", "25.5-inch", "25.5in"]);
	means("measure 278 kilogram", ["278 kg", "278kg", "278 kilos", "278 kilograms"]);
	means("measure 12 pound", ["12 lb", "12 lbs", "12lb"]);
	means("measure 40 tonne", ["40 tonnes", "40t", "40 metric tons"]);
	means("measure 4 litre", ["4 litres", "4 liters", "4 L", "4l"]);
	means("measure 75 millilitre", ["75 ml", "75ml", "75 mL", "75 milliliters"]);
	means("measure 12 terawatt hour", ["12 terawatt hours", "12 TWh", "12 terawatt-hours"]);
	means("measure 3 microgram", ["3 micrograms", "3 µg", "3 μg", "3 mcg"]);
	means("measure 64 gibibyte", ["64 GiB", "64 gibibytes"]);
	means("measure 30 gigawatt", ["30 gigawatts", "30 GW", "30GW"]);
	means("measure 5.5 kilowatt hour", ["5.5 kWh", "5.5kWh", "5.5 kilowatt-hours", "5.5 kilowatt hours"]);
	means("measure 300 hertz", ["300 Hz", "300 hertz", "300Hz"]);
	means("measure 2.4 gigahertz", ["2.4 GHz", "2.4 gigahertz"]);
	means("measure 120 decibel", ["120 decibels", "120 dB", "120dB"]);
	means("measure 60 gigabyte", ["60 GB", "60GB", "60 gigabytes", "60gb"]);
	means("measure 296 horsepower", ["296 hp", "296 horsepower", "296bhp"]);
	means("measure 450 newton metre", ["450 Nm", "450 newton metres", "450 newton-meters"]);
	means("measure 586 foot pound-force", ["586 lb-ft", "586 ft-lb"]);
	means("measure 76 inch", ["6 feet 4 inches", "6ft 4in", "six feet, four inches", "6 feet and 4 inches", "[6 feet 4 inches] tall"]);
	means("measure 115 ounce", ["7 pounds 3 ounces", "7lb 3oz"]);
	means("measure 181 pound", ["12 stone 13 pounds"]);
	reads("6 feet, 4 inches longer", "6 feet → measure 6 foot", "4 inches → measure 4 inch");
	reads("6 feet and 14 inches", "6 feet → measure 6 foot", "14 inches → measure 14 inch");
	means("measure 275 pound-foot", ["275 pound-feet", "275 pound feet"]);
	means("measure 9 kilopound per square inch", ["9 ksi"]);
	means("measure 61.4 megapascal", ["61.4 MPa", "61.4 megapascals"]);
	means("measure 1200 part per million", ["1200 parts per million", "1,200 ppm"]);
	means("measure 20 fluid ounce", ["20 fluid ounces", "20 US fluid ounces"]);
	means("measure 0.25 cup", ["1/4 cup", "¼ cup", "one quarter of a cup"]);
	means("measure 0.0625 pint", ["1/16 of a pint", "1/16 of a US pint"]);
	means("measure 7.2 second", ["in [7.2 seconds]", "[7.2-second] bursts"]);
});

describe("areas and volumes", () => {
	means("measure 5 square kilometre", [
		"5 square kilometres",
		"5 square kilometers",
		"5 km2",
		"5 km²",
		"5km^2",
		"5 sq km",
		"5 sq. km",
		"5 kilometres squared",
	]);
	means("measure 500 square foot", ["500 square feet", "500 sq ft", "500 sq. ft", "500 sqft", "500 ft²", "a [500-square-foot] flat"]);
	means("measure 500 square metre", ["500 square metres", "500 sq m", "500 m2", "500 m²", "500 sqm"]);
	means("measure 2 cubic metre", ["2 cubic metres", "2 m3", "2 m³", "2 cubic meters", "2 cu m"]);
	means("measure 100 hectare", ["100 hectares", "100 ha"]);
});

describe("rates", () => {
	means("measure 155 mile per hour", [
		"155 mph",
		"155mph",
		"155 miles per hour",
		"155 miles an hour",
		"a [155-mile-an-hour] gust",
		"a [155-mile-per-hour] gust",
	]);
	means("measure 3 kilometre per hour", ["3 km/h", "3 kph", "3km/h", "3 kilometres per hour", "3 kilometers an hour"]);
	means("measure 3000 revolution per minute", ["3,000 rpm", "3,000 revolutions per minute", "3000 rpm"]);
	means("measure 800000 barrel per day", ["800,000 barrels a day", "800,000 barrels per day", "800,000 bpd"]);
	means("measure 30 megabit per second", ["30 Mbps", "30Mbps", "30 megabits per second"]);
	means("measure 21 mile per gallon", ["21 mpg", "21 miles per gallon"]);
	means("measure 1.3 ampere per square centimetre", ["1.3 A/cm2", "1.3 amps per square centimetre"]);
	means("measure 9.8 metre per square second", ["9.8 metres per second squared"]);
	means("measure 75 beat per minute", ["75 bpm", "75 beats per minute"]);
	means("measure 10 kilovolt per centimetre", ["10 kV/cm"]);
	means("measure 40..50 hour per week", ["40 to 50 hours a week", "40-50 hours per week"]);
	means("measure 0..62 mile per hour", ["0 to 62 mph", "from [0 to 62 mph]", "0-62 mph"]);
	means("measure 11 foot per century up change", ["Seas will rise [11 feet per century]."]);
});

describe("temperatures", () => {
	means("measure 98.6 fahrenheit", ["98.6 °F", "98.6°F", "98.6 degrees Fahrenheit", "98.6F", "98.6 deg F", "98.6 degrees F"]);
	means("measure 20 celsius", [
		"20 °C",
		"20°C",
		"twenty degrees celsius",
		"20C",
		"20 degrees C",
		"20 degrees centigrade",
		"20 Celsius",
		"20degC",
		"20 C",
	]);
	means("measure -5 celsius", ["-5°C", "−5 °C", "minus 5 degrees Celsius", "negative 5 degrees Celsius", "5 degrees Celsius below zero"]);
	means("measure 30 degree", ["30 degrees", "30°", "a [30-degree] slope"]);
	means("measure 300 kelvin", ["300 K", "300 kelvin", "300 degrees Kelvin"]);
});

describe("no units", () => {
	noQuantities(["the G20 summit", "a 5G mast", "F-16 jets", "the 4K picture", "vitamin B12", "an A4 sheet", "flight BA 117"]);
	reads("She won 2 World Cups.", "2 World Cups → count 2 World Cup");
	reads("36 league games", "36 league games → count 36 league game");
	reads("Five second-half goals", "Five second-half goals → count 5 second-half goal");
});
