//! `StatsBar::get_stats`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Give statistics of the account, as the interface sidebar shows them.
#[derive(Input)]
pub struct Params {
    /// Pipe-separated list of these keys; some may be unavailable on a server.
    pub display: String,
    /// 1 gives only entries over warninglevel.
    pub warnings: Option<Flag>,
    /// The warninglevel: 1 to 100.
    pub warninglevel: Option<i64>,
    /// 0 hides entries at 100%.
    pub warnout: Option<Flag>,
    /// Phrase for no limit.
    pub infinitylang: Option<String>,
    /// Image for no limit.
    pub infinityimg: Option<FilePath>,
    /// Row type of the first entry.
    pub rowcounter: Option<Rowcounter>,
}

/// What `rowcounter` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Rowcounter {
    /// `odd`.
    #[word("odd")]
    Odd,
    /// `even`.
    #[word("even")]
    Even,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The ID.
    pub id: String,
    /// The name.
    pub name: String,
    /// The item.
    pub item: String,
    /// The phrase.
    #[param(absent)]
    pub phrase: Option<String>,
    /// The count.
    pub count: String,
    /// The max.
    #[param(absent)]
    pub max: Option<String>,
    /// The count.
    #[param(name = "_count", absent)]
    pub raw_count: Option<String>,
    /// The max.
    #[param(name = "_max", absent)]
    pub raw_max: Option<String>,
    /// The maxed flag: 0 or 1.
    #[param(name = "_maxed", absent)]
    pub maxed: Option<Flag>,
    /// Whether it is maxed.
    #[param(absent)]
    pub is_maxed: Option<Flag>,
    /// The percent.
    #[param(absent)]
    pub percent: Option<i64>,
    /// The percent5.
    #[param(absent)]
    pub percent5: Option<i64>,
    /// The percent10.
    #[param(absent)]
    pub percent10: Option<i64>,
    /// The percent20.
    #[param(absent)]
    pub percent20: Option<i64>,
    /// The units.
    #[param(absent)]
    pub units: Option<String>,
    /// The module.
    #[param(absent)]
    pub module: Option<String>,
    /// The feature.
    #[param(absent)]
    pub feature: Option<String>,
    /// The role.
    #[param(absent)]
    pub role: Option<Role>,
    /// The condition flag: 0 or 1.
    #[param(absent)]
    pub condition: Option<Flag>,
    /// The langkey.
    #[param(absent)]
    pub langkey: Option<String>,
    /// The normalized flag: 0 or 1.
    #[param(absent)]
    pub normalized: Option<Flag>,
    /// The zeroisunlimited flag: 0 or 1.
    #[param(absent)]
    pub zeroisunlimited: Option<Flag>,
    /// The rowtype.
    pub rowtype: Rowtype,
    /// The maxed phrase.
    #[param(absent)]
    pub maxed_phrase: Option<String>,
    /// The near limit phrase.
    #[param(absent)]
    pub near_limit_phrase: Option<String>,
    /// The value.
    #[param(absent)]
    pub value: Option<String>,
}

/// What `role` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Role {
    /// `CalendarContact`.
    #[word("CalendarContact")]
    CalendarContact,
    /// `DNS`.
    #[word("DNS")]
    Dns,
    /// `FileStorage`.
    #[word("FileStorage")]
    FileStorage,
    /// `FTP`.
    #[word("FTP")]
    Ftp,
    /// `MailLocal`.
    #[word("MailLocal")]
    MailLocal,
    /// `MailReceive`.
    #[word("MailReceive")]
    MailReceive,
    /// `MailSend`.
    #[word("MailSend")]
    MailSend,
    /// `MySQL`.
    #[word("MySQL")]
    MySql,
    /// `Postgres`.
    #[word("Postgres")]
    Postgres,
    /// `SpamFilter`.
    #[word("SpamFilter")]
    SpamFilter,
    /// `Webmail`.
    #[word("Webmail")]
    Webmail,
    /// `WebDisk`.
    #[word("WebDisk")]
    WebDisk,
    /// `WebServer`.
    #[word("WebServer")]
    WebServer,
}

/// What `rowtype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Rowtype {
    /// `even`.
    #[word("even")]
    Even,
    /// `odd`.
    #[word("odd")]
    Odd,
}

/// See [`Params`].
pub struct GetStats;

impl Function for GetStats {
    const NAME: &'static str = "get_stats";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
