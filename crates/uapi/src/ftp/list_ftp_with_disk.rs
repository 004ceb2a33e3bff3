//! `Ftp::list_ftp_with_disk`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Lists FTP accounts with disk use.
#[derive(Input)]
pub struct Params {
    /// Types anonymous, logaccess, main, sub, joined by `|`; all where absent.
    pub include_acct_types: Option<String>,
    /// Types anonymous, logaccess, main, sub, joined by `|`; none where absent.
    pub skip_acct_types: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The diskquota.
    #[param(name = "_diskquota")]
    pub diskquota: String,
    /// The diskused.
    #[param(name = "_diskused")]
    pub diskused: String,
    /// The accttype.
    pub accttype: Accttype,
    /// The deleteable flag: 0 or 1.
    pub deleteable: Flag,
    /// The directory.
    pub dir: String,
    /// The diskquota.
    #[param(name = "diskquota")]
    pub other_diskquota: String,
    /// The diskused.
    #[param(name = "diskused")]
    pub other_diskused: String,
    /// The diskusedpercent.
    pub diskusedpercent: i64,
    /// The diskusedpercent20.
    pub diskusedpercent20: i64,
    /// The htmldir.
    pub htmldir: Option<String>,
    /// The humandiskquota.
    pub humandiskquota: String,
    /// The humandiskused.
    pub humandiskused: String,
    /// The login.
    pub login: String,
    /// The reldir.
    pub reldir: String,
    /// The serverlogin.
    pub serverlogin: String,
}

/// What `accttype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Accttype {
    /// `anonymous`.
    #[word("anonymous")]
    Anonymous,
    /// `logaccess`.
    #[word("logaccess")]
    Logaccess,
    /// `main`.
    #[word("main")]
    Main,
    /// `sub`.
    #[word("sub")]
    Sub,
}

/// See [`Params`].
pub struct ListFtpWithDisk;

impl Function for ListFtpWithDisk {
    const NAME: &'static str = "list_ftp_with_disk";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
