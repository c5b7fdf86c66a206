"""Places: towns and countries papers write from, to tell a place from a person.

No gazetteer: datelines are recognised by their make. The list only settles the cases
where the make fits a name as well ("By Jane Doe, New York").
"""

_TOWNS = """
Abidjan; Abu Dhabi; Abuja; Accra; Addis Ababa; Aden; Algiers; Almaty; Amman; Amsterdam; Ankara
Asmara; Astana; Athens; Atlanta; Auckland; Austin; Baghdad; Baku; Bamako; Bangkok; Barcelona; Basra
Beijing; Beirut; Belfast; Belgrade; Bengaluru; Berlin; Bern; Bogota; Bogotá; Boston; Brasilia
Brasília; Bratislava; Brisbane; Brussels; Bucharest; Budapest; Buenos Aires; Cairo; Calgary
Canberra; Cape Town; Caracas; Cardiff; Casablanca; Charlotte; Chennai; Chicago; Chisinau; Cleveland
Colombo; Copenhagen; Dakar; Dallas; Damascus; Dar es Salaam; Davos; Denver; Des Moines; Detroit
Dhaka; Doha; Dubai; Dublin; Durban; Edinburgh; Frankfurt; Gaza; Gaza City; Geneva; Glasgow
Guatemala City; Gaborone; Hanoi; Harare; Havana; Helsinki; Hong Kong; Honolulu; Houston; Islamabad
Istanbul; Jakarta; Jerusalem; Johannesburg; Juba; Kabul; Kampala; Karachi; Kathmandu; Khartoum
Kigali; Kinshasa; Kolkata; Kuala Lumpur; Kuwait City; Kyiv; Kiev; Lagos; La Paz; Lahore; Las Vegas
Lima; Lisbon; Ljubljana; London; Los Angeles; Luanda; Lusaka; Luxembourg; Macau; Madrid; Managua
Manama; Manchester; Manila; Maputo; Melbourne; Mexico City; Miami; Milan; Minneapolis; Minsk
Mogadishu; Monrovia; Montevideo; Montreal; Moscow; Mumbai; Munich; Muscat; Nairobi; New Delhi
New York; Nicosia; Oslo; Ottawa; Panama City; Paris; Perth; Philadelphia; Phnom Penh; Phoenix; Port-
au-Prince; Prague; Pretoria; Pristina; Pyongyang; Quito; Rabat; Ramallah; Rangoon; Reykjavik; Riga
Rio de Janeiro; Riyadh; Rome; San Francisco; San José; San Salvador; Sanaa; Santiago; Sao Paulo
São Paulo; Sarajevo; Seattle; Seoul; Shanghai; Singapore; Skopje; Sofia; Stockholm; Strasbourg
Sydney; Taipei; Tallinn; Tashkent; Tbilisi; Tegucigalpa; Tehran; Tel Aviv; The Hague; Tirana; Tokyo
Toronto; Tripoli; Tunis; Ulaanbaatar; Vancouver; Vatican City; Vienna; Vientiane; Vilnius; Warsaw
Washington; Washington DC; Wellington; Windhoek; Yangon; Yerevan; Zagreb; Zurich
"""
_COUNTRIES = """
Afghanistan; Albania; Algeria; Angola; Argentina; Armenia; Australia; Austria; Azerbaijan; Bahrain
Bangladesh; Belarus; Belgium; Bolivia; Botswana; Brazil; Britain; Bulgaria; Cambodia; Cameroon
Canada; Chile; China; Colombia; Croatia; Cuba; Cyprus; Czech Republic; Denmark; Ecuador; Egypt
England; Eritrea; Estonia; Ethiopia; Finland; France; Germany; Ghana; Greece; Guatemala; Haiti
Honduras; Hungary; Iceland; India; Indonesia; Iran; Iraq; Ireland; Israel; Italy; Japan; Kazakhstan
Kenya; Kosovo; Kuwait; Latvia; Lebanon; Libya; Lithuania; Malaysia; Mali; Mexico; Moldova; Mongolia
Morocco; Mozambique; Myanmar; Namibia; Nepal; Netherlands; New Zealand; Nicaragua; Niger; Nigeria
North Korea; Northern Ireland; Norway; Oman; Pakistan; Palestine; Panama; Paraguay; Peru
Philippines; Poland; Portugal; Qatar; Romania; Russia; Rwanda; Saudi Arabia; Scotland; Senegal
Serbia; Slovakia; Slovenia; Somalia; South Africa; South Korea; South Sudan; Spain; Sri Lanka
Sudan; Sweden; Switzerland; Syria; Taiwan; Tanzania; Thailand; Tunisia; Turkey; Türkiye; Uganda; UK
Ukraine; United Kingdom; United States; Uruguay; US; USA; Uzbekistan; Venezuela; Vietnam; Wales
West Bank; Yemen; Zambia; Zimbabwe
"""


def _listed(names: str) -> frozenset[str]:
    return frozenset(name.strip().casefold() for name in names.replace("\n", ";").split(";") if name.strip())


PLACES = _listed(_TOWNS) | _listed(_COUNTRIES)


def is_place(name: str) -> bool:
    """Tell whether `name` is a listed town or country, whatever its case."""
    return name.strip(" .,").casefold() in PLACES
