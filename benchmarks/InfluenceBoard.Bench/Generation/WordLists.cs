using InfluenceBoard.Domain;

namespace InfluenceBoard.Bench.Generation;

/// <summary>Words that generated texts are made of. The places and people do not exist.</summary>
public static class WordLists
{
    /// <summary>What an act is about, by topic.</summary>
    public static readonly IReadOnlyDictionary<Topic, string[]> Matters = new Dictionary<Topic, string[]>
    {
        [Topic.Diplomacy] = ["a joint statement", "consular ties", "a strategic partnership", "regular consultations", "an embassy building", "a visa waiver", "border questions", "a summit agenda"],
        [Topic.Security] = ["coast guard patrols", "border posts", "patrol boats", "officer training", "an air defence system", "mine clearance", "cyber defence", "a naval call"],
        [Topic.Economy] = ["a free trade zone", "customs clearance", "farm exports", "a currency swap", "an industrial park", "tax treatment", "a trade office", "textile mills"],
        [Topic.Energy] = ["a hydropower plant", "gas deliveries", "a nuclear power unit", "a wind farm", "grid modernisation", "a solar field", "oil transit", "coal plant renewal"],
        [Topic.Minerals] = ["rare earth exploration", "uranium supply", "a copper smelter", "lithium deposits", "gold mining licences", "tungsten ore", "a geological survey", "aluminium works"],
        [Topic.Transport] = ["a high-speed railway", "a dry port", "an airport terminal", "the Middle Corridor", "a bridge across the river", "container trains", "a deep-sea port", "a ring road"],
        [Topic.Technology] = ["a data centre", "5G networks", "semiconductor training", "satellite images", "e-government services", "a chip test plant", "smart city systems", "space cooperation"],
        [Topic.People] = ["scholarships", "language schools", "labour migration", "a cultural centre", "medical aid", "flood relief", "youth exchanges", "a university branch"],
    };

    /// <summary>What is done, by type; {0} acts, {1} is acted towards, {2} is the matter.</summary>
    public static readonly IReadOnlyDictionary<EngagementType, string[]> Acts = new Dictionary<EngagementType, string[]>
    {
        [EngagementType.Visit] = ["{0} sends a delegation to {1} for talks on {2}", "A minister of {0} visits {1} over {2}"], [EngagementType.Summit] = ["{0} and {1} hold a summit on {2}"],
        [EngagementType.Meeting] = ["{0} and {1} meet on {2}", "Officials of {0} and {1} discuss {2}"], [EngagementType.Call] = ["{0} and {1} speak by telephone about {2}"],
        [EngagementType.Treaty] = ["{0} and {1} conclude a treaty on {2}"], [EngagementType.Mou] = ["{0} and {1} sign a memorandum on {2}"], [EngagementType.Declaration] = ["{0} and {1} adopt a declaration on {2}"],
        [EngagementType.Agreement] = ["{0} and {1} agree on {2}", "{0} signs an agreement with {1} on {2}"], [EngagementType.InvestmentPledge] = ["{0} pledges to invest in {2} in {1}"],
        [EngagementType.Loan] = ["{0} lends {1} money for {2}"], [EngagementType.Grant] = ["{0} grants {1} aid for {2}"], [EngagementType.TradeDeal] = ["{0} and {1} close a trade deal over {2}"],
        [EngagementType.ArmsOffer] = ["{0} offers {1} arms together with {2}"], [EngagementType.EquipmentTransfer] = ["{0} hands over equipment to {1} for {2}"],
        [EngagementType.JointDrill] = ["{0} and {1} hold a joint drill with {2}"], [EngagementType.OwnDrill] = ["{0} holds a drill near {1} with {2}"], [EngagementType.Incident] = ["Vessels of {0} and {1} come close over {2}"],
        [EngagementType.Protest] = ["{0} protests to {1} over {2}"], [EngagementType.Warning] = ["{0} warns {1} over {2}"], [EngagementType.Statement] = ["{0} comments on {2} in {1}", "{0} states its view of {1} and {2}"],
        [EngagementType.ExportControl] = ["{0} restricts exports to {1} that concern {2}"], [EngagementType.Infrastructure] = ["{0} takes part in {2} in {1}", "{0} and {1} begin works on {2}"],
        [EngagementType.Scholarship] = ["{0} offers places to students of {1} in the field of {2}"], [EngagementType.SecurityCooperation] = ["{0} and {1} cooperate on {2}"], [EngagementType.Policy] = ["{0} adopts a policy towards {1} on {2}"],
    };

    /// <summary>Syllables of place and family names in Latin letters, Vietnamese ones with their signs among them.</summary>
    public static readonly string[] Latin = ["Alta", "Bay", "Chu", "Dara", "Esil", "Fer", "Gori", "Hai", "Ili", "Jal", "Kara", "Lang", "Mori", "Nura", "Osh", "Pav", "Qar", "Ruda", "Sary", "Tash", "Ural", "Vakh", "Yama", "Zar"];
    public static readonly string[] LatinEnds = ["tau", "kol", "bad", "gan", "su", "mine", "hara", "dong", "kent", "shan", "nur", "bulak", "gawa", "moto", "abad", "tagh", "yurt", "zaki"];
    public static readonly string[] Vietnamese = ["Nguyễn Văn Đức", "Trần Thị Hương", "Phạm Quốc Bảo", "Lê Hoàng Yến", "Đặng Minh Châu", "Võ Thành Công", "Huỳnh Đông", "Bùi Xuân Phước"];
    public static readonly string[] VietnamesePlaces = ["Đồng Lộc", "Hải Sơn", "Thạnh Hóa", "Vĩnh Ngọc", "Quảng Điền", "Cẩm Xuyên", "Tân Phú Đông", "Hương Khê"];
    public static readonly string[] Cyrillic = ["Алта", "Бай", "Чу", "Дара", "Есил", "Фер", "Гори", "Хай", "Или", "Жал", "Қара", "Ланг", "Мори", "Нұра", "Ош", "Пав", "Қар", "Руда", "Сары", "Таш", "Урал", "Вахш", "Яма", "Зар"];
    public static readonly string[] CyrillicEnds = ["тау", "көл", "бад", "ган", "су", "мин", "хара", "донг", "кент", "шан", "нұр", "бұлақ", "гава", "мото", "абад", "тағ", "юрт", "заки"];
    public static readonly string[] Chinese = ["阿", "白", "楚", "达", "伊", "费", "高", "海", "黎", "江", "卡", "浪", "森", "努", "奥", "帕", "青", "鲁", "萨", "塔", "乌", "瓦", "山", "扎"];
    public static readonly string[] ChineseEnds = ["尔塔", "湖口", "巴德", "干河", "苏木", "明山", "原田", "东关", "肯特", "汉山", "努尔", "泉子", "川口", "本町", "阿巴", "达坂", "营地", "崎岸"];
    public static readonly string[] Japanese = ["あさ", "しろ", "くす", "だて", "いり", "ふえ", "たか", "うみ", "くろ", "えど", "かわ", "なみ", "もり", "ぬま", "おく", "はま", "あお", "るり", "さと", "たけ", "うら", "わか", "やま", "ざき"];

    /// <summary>Short terms of an original by which a place in it is found, by language.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Quotes = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["en"] = ["joint statement", "signed in the presence of", "railway works", "memorandum", "no figure was given", "cooperation plan"],
        ["vi"] = ["tuyên bố chung", "hợp tác đường sắt", "biên bản ghi nhớ", "khoản vay ưu đãi", "điện hạt nhân", "đối tác chiến lược"],
        ["ru"] = ["совместное заявление", "железная дорога", "меморандум", "льготный кредит", "атомная станция", "учения"],
        ["zh-Hans"] = ["联合声明", "铁路建设", "谅解备忘录", "优惠贷款", "核电站", "战略伙伴", "矿产勘探"],
        ["zh-Hant"] = ["聯合聲明", "鐵路建設", "諒解備忘錄", "優惠貸款", "核電廠", "戰略夥伴", "礦產勘探"],
        ["ja"] = ["共同声明", "鉄道整備", "覚書に署名", "円借款", "原子力発電所", "戦略的パートナー", "鉱物資源の探査"],
    };

    /// <summary>Sentences of a summary; {0} acts, {1} is acted towards, {2} is the matter, {3} a place, {4} a term of an original.</summary>
    public static readonly string[] Sentences =
    [
        "{0} and {1} dealt with {2}.", "The act took place in {3} and concerned {2}.", "The sources name {3} and give no further detail.", "Works are to begin within two years.", "Both sides speak of {2}; the text says \"{4}\".",
        "{1} is reported to have asked for {2}.", "The talks were held behind closed doors in {3}.", "A follow-up is planned; no date is given.", "Other pages tell the same without the place.", "The text calls it \"{4}\" and names no amount.",
        "{0} sets it beside earlier plans for {2}.", "The schedule was changed once.",
    ];

    /// <summary>What a claim says.</summary>
    public static readonly string[] Values =
    [
        "{0} acted towards {1} in the matter of {2}", "{2} named as the subject", "told as an act of {0}", "place given as {3}", "{1} named as the partner", "said to serve {2}", "to be carried out by companies of {0}", "reported without a date",
        "in answer to an earlier step", "confirmed by officials of {1}",
    ];

    /// <summary>Why the board was changed.</summary>
    public static readonly string[] Reasons = ["New sources read", "Date corrected", "Claims weighed anew", "Summary made clearer", "Status brought up to date", "Names checked", "Second reading"];
}
