"""Four fictional markets: a medical service, an industrial material, a software and a consumer good."""

from evals.specimen.market import Market, Unit, dimension

IMAGING = Market(
    slug="outpatient-imaging-services",
    name="Outpatient Imaging Services",
    offer="outpatient imaging services",
    first=2019,
    base=2025,
    last=2033,
    money=Unit("USD million", 10**6, 1, currency="USD"),
    volume=Unit("thousand procedures", 10**3, 1, noun="procedures"),
    size=58_400,
    price=210.0,
    per="procedure",
    growth=0.052,
    dimensions=(
        dimension(
            "Modality",
            "Computed tomography: Cardiac CT, Chest CT, Trauma CT; Magnetic resonance: Brain MRI, Spine MRI, Joint MRI;"
            "Ultrasound: Abdominal ultrasound, Vascular ultrasound; Mammography",
        ),
        dimension("Application", "Oncology; Cardiology; Neurology; Orthopedics; Obstetrics"),
        dimension(
            "Site of care",
            "Hospital outpatient: Teaching hospital, Community hospital; Freestanding: Imaging center, Mobile unit",
        ),
        dimension("Payer", "Public insurance; Private insurance; Out of pocket; Employer plan"),
        dimension("Patient age", "Under 18; 18 to 44; 45 to 64; 65 and over"),
    ),
    players=("Lumenscan Group", "Corvane Imaging", "Praxilight AG", "Ostrava Diagnostics", "Kitsuragi Medical"),
    absent=("nuclear medicine", "dental imaging", "bone densitometry", "veterinary imaging", "thermography"),
    publisher="Hallmoor Specimen Research",
)

FIBRE = Market(
    slug="basalt-fibre",
    name="Basalt Fibre",
    offer="basalt fibre",
    first=2018,
    base=2024,
    last=2032,
    money=Unit("EUR thousand", 10**3, 0, currency="EUR"),
    volume=Unit("tonnes", 1, 0, noun="tonnes"),
    size=1_950_000,
    price=2950.0,
    per="tonne",
    growth=0.078,
    dimensions=(
        dimension(
            "Product form",
            "Continuous fibre: Direct roving, Assembled roving, Yarn; Chopped fibre: Short chopped, Long chopped;"
            "Fabric: Woven fabric, Multiaxial fabric; Rebar",
        ),
        dimension("End use", "Construction; Automotive; Wind energy; Marine; Filtration"),
        dimension("Process", "Pultrusion; Filament winding; Lay-up: Hand lay-up, Prepreg lay-up; Moulding"),
        dimension("Sales channel", "Direct supply; Distributor; Online trading"),
        dimension("Temperature grade", "Up to 400 °C; 400 to 650 °C; Above 650 °C"),
    ),
    players=("Vulkanit Faser AG", "Deccan Lava Threads", "Terrafil S.A.", "Northrock Composites", "Ignis Roving Oy"),
    absent=("carbon fibre", "ceramic wool", "aramid", "needle felt", "aerospace parts"),
    publisher="Marktwarte Specimen Verlag",
)

SOFTWARE = Market(
    slug="greenhouse-control-software",
    name="Greenhouse Control Software",
    offer="greenhouse control software",
    first=2020,
    base=2025,
    last=2034,
    money=Unit("GBP thousand", 10**3, 0, currency="GBP"),
    volume=Unit("licences", 1, 0, noun="licences"),
    size=1_240_000,
    price=1480.0,
    per="licence",
    growth=0.118,
    dimensions=(
        dimension(
            "Module",
            "Climate: Heating control, Ventilation control, Shading control;"
            "Water: Irrigation planning, Nutrient dosing;"
            "Light: Supplemental lighting, Blackout scheduling; Crop records",
        ),
        dimension("Crop", "Tomato; Cucumber; Leafy greens; Berries; Cut flowers"),
        dimension("Deployment", "Hosted: Shared cloud, Dedicated cloud; On premises"),
        dimension("Buyer", "Grower: Family grower, Corporate grower; Consultant; Research station"),
        dimension("Licence type", "Subscription; Perpetual; Pay per use"),
    ),
    players=("Glasswise Systems", "Vivarium Logic", "Kas & Klimaat B.V.", "Thornleaf Software", "Midori Controls"),
    absent=("harvest robots", "drone scouting", "mushroom houses", "payroll module", "vineyards"),
    publisher="Penwith Specimen Analysts",
)

BOTTLES = Market(
    slug="reusable-drinking-bottles",
    name="Reusable Drinking Bottles",
    offer="reusable drinking bottles",
    first=2019,
    base=2026,
    last=2034,
    money=Unit("USD billion", 10**9, 3, currency="USD"),
    volume=Unit("million units", 10**6, 2, noun="units"),
    size=480,
    price=14.2,
    per="unit",
    growth=0.041,
    dimensions=(
        dimension(
            "Material",
            "Metal: Stainless steel, Aluminium, Titanium; Plastic: Tritan, Polypropylene, Recycled plastic;"
            "Glass: Borosilicate, Soda lime; Silicone",
        ),
        dimension("Outlet", "Supermarket; Sports store; Online shop; Gift store; Direct sale"),
        dimension("Capacity", "Small: Below 350 ml, 350 to 500 ml; Large: 500 to 1000 ml, Above 1000 ml"),
        dimension("Age of buyer", "Children; Teenagers; Adults; Seniors"),
        dimension("Price tier", "Economy; Mainstream; Premium; Luxury"),
    ),
    players=("Quellwerk GmbH", "Sipwell Brands", "Aguaverde S.L.", "Kumo Bottle K.K.", "Tidepool Goods"),
    absent=("paper cups", "baby bottles", "hydration packs", "wooden flasks", "vending kiosks"),
    publisher="Larkfield Specimen Insights",
)

MARKETS = {market.slug: market for market in (IMAGING, FIBRE, SOFTWARE, BOTTLES)}
