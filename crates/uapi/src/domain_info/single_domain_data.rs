//! `DomainInfo::single_domain_data`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Give the web hosting data of one domain.
#[derive(Input)]
pub struct Params {
    /// Not an alias (parked domain); ask for the domain it is parked on.
    pub domain: DomainName,
    /// 1 makes it an error to ask for a temporary domain.
    #[param(default = 0)]
    pub hide_temporary_domains: Flag,
    /// Return https redirect status: Singular «redirect» here (`domains_data` has the plural).
    #[param(default = 0)]
    pub return_https_redirect_status: Flag,
}

/// What `single_domain_data` answers.
#[derive(Output)]
pub struct Reply {
    /// The domain.
    pub domain: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The servername.
    pub servername: String,
    /// The serveralias.
    pub serveralias: String,
    /// The serveradmin.
    pub serveradmin: String,
    /// The documentroot.
    pub documentroot: String,
    /// The homedir.
    pub homedir: String,
    /// The IP address.
    pub ip: String,
    /// The port.
    #[param(absent)]
    pub port: Option<i64>,
    /// The user.
    pub user: String,
    /// The group.
    pub group: String,
    /// The owner.
    pub owner: String,
    /// The hascgi flag: 0 or 1.
    pub hascgi: Flag,
    /// The usecanonicalname.
    pub usecanonicalname: Usecanonicalname,
    /// The userdirprotect flag: 0 or 1.
    pub userdirprotect: Flag,
    /// The phpopenbasedirprotect flag: 0 or 1.
    #[param(absent)]
    pub phpopenbasedirprotect: Option<Flag>,
    /// The options.
    #[param(absent)]
    pub options: Option<String>,
    /// The customlog.
    #[param(absent)]
    pub customlog: Option<Customlog>,
    /// The ifmodulemodsuphpc.
    #[param(absent)]
    pub ifmodulemodsuphpc: Option<Ifmodulemodsuphpc>,
    /// The scriptalias.
    #[param(absent)]
    pub scriptalias: Option<Scriptalias>,
    /// Whether it is temporary.
    #[param(absent)]
    pub is_temporary: Option<Flag>,
    /// The all aliases valid flag: 0 or 1.
    #[param(absent)]
    pub all_aliases_valid: Option<Flag>,
    /// The can https redirect flag: 0 or 1.
    #[param(absent)]
    pub can_https_redirect: Option<Flag>,
    /// Whether it is https redirecting.
    #[param(absent)]
    pub is_https_redirecting: Option<Flag>,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `addon_domain`.
    #[word("addon_domain")]
    AddonDomain,
    /// `sub_domain`.
    #[word("sub_domain")]
    SubDomain,
    /// `main_domain`.
    #[word("main_domain")]
    MainDomain,
    /// `parked_domain`.
    #[word("parked_domain")]
    ParkedDomain,
}

/// What `usecanonicalname` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Usecanonicalname {
    /// `On`.
    #[word("On")]
    On,
    /// `Off`.
    #[word("Off")]
    Off,
}

/// The customlog.
#[derive(Output)]
pub struct Customlog {
    /// The domain.
    pub domain: String,
    /// The target.
    pub target: String,
}

/// The ifmodulemodsuphpc.
#[derive(Output)]
pub struct Ifmodulemodsuphpc {
    /// The group.
    pub group: String,
}

/// The scriptalias.
#[derive(Output)]
pub struct Scriptalias {
    /// The path.
    pub path: String,
    /// The URL.
    pub url: String,
}

/// See [`Params`].
pub struct SingleDomainData;

impl Function for SingleDomainData {
    const NAME: &'static str = "single_domain_data";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
