//! `DomainInfo::domains_data`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Value, Word, reply};

/// Give the web hosting data of all domains of the account.
#[derive(Input)]
pub struct Params {
    /// The format.
    #[param(default = Format::Hash)]
    pub format: Format,
    /// 1 leaves temporary domains out.
    #[param(default = 0)]
    pub hide_temporary_domains: Flag,
    /// 1 adds `all_aliases_valid`, `can_https_redirect` and `is_https_redirecting`. Plural
    /// «redirects» in this function only.
    #[param(default = 0)]
    pub return_https_redirects_status: Flag,
}

/// What `format` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Format {
    /// `hash`.
    #[word("hash")]
    Hash,
    /// `list`.
    #[word("list")]
    List,
}

/// What `domains_data` answers.
#[derive(Output)]
pub struct Reply {
    /// The main domain.
    pub main_domain: MainDomain,
    /// The addon domains.
    pub addon_domains: Vec<AddonDomain>,
    /// The parked domains.
    pub parked_domains: Vec<Value>,
    /// The sub domains.
    pub sub_domains: Vec<SubDomain>,
}

/// The main domain.
#[derive(Output)]
pub struct MainDomain {
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
    /// The IPv6.
    #[param(absent)]
    pub ipv6: Option<String>,
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
    /// The userdirprotect.
    pub userdirprotect: Value,
    /// The no cache update flag: 0 or 1.
    #[param(absent)]
    pub no_cache_update: Option<Flag>,
    /// The customlog.
    #[param(absent)]
    pub customlog: Option<Vec<Customlog>>,
    /// The ifmodulemodsuphpc.
    #[param(absent)]
    pub ifmodulemodsuphpc: Option<Ifmodulemodsuphpc>,
    /// The scriptalias.
    #[param(absent)]
    pub scriptalias: Option<Vec<Scriptalia>>,
    /// The options.
    #[param(absent)]
    pub options: Option<String>,
    /// The port.
    #[param(absent)]
    pub port: Option<Value>,
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
    /// `main_domain`.
    #[word("main_domain")]
    MainDomain,
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

/// One item of `customlog`.
#[derive(Output)]
pub struct Customlog {
    /// The format.
    pub format: String,
    /// The target.
    pub target: String,
}

/// The ifmodulemodsuphpc.
#[derive(Output)]
pub struct Ifmodulemodsuphpc {
    /// The group.
    pub group: String,
}

/// One item of `scriptalias`.
#[derive(Output)]
pub struct Scriptalia {
    /// The path.
    pub path: String,
    /// The URL.
    pub url: String,
}

/// One item of `addon_domains`.
#[derive(Output)]
pub struct AddonDomain {
    /// The domain.
    pub domain: String,
    /// The type.
    #[param(name = "type")]
    pub kind: TypeWord,
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
    /// The IPv6.
    #[param(absent)]
    pub ipv6: Option<String>,
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
    /// The userdirprotect.
    pub userdirprotect: Value,
    /// The no cache update flag: 0 or 1.
    #[param(absent)]
    pub no_cache_update: Option<Flag>,
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
pub enum TypeWord {
    /// `addon_domain`.
    #[word("addon_domain")]
    AddonDomain,
    /// `sub_domain`.
    #[word("sub_domain")]
    SubDomain,
    /// `parked_domains`.
    #[word("parked_domains")]
    ParkedDomains,
}

/// One item of `sub_domains`.
#[derive(Output)]
pub struct SubDomain {
    /// The domain.
    pub domain: String,
    /// The type.
    #[param(name = "type")]
    pub kind: TypeWord,
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
    /// The IPv6.
    #[param(absent)]
    pub ipv6: Option<String>,
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
    /// The userdirprotect.
    pub userdirprotect: Value,
    /// The no cache update flag: 0 or 1.
    #[param(absent)]
    pub no_cache_update: Option<Flag>,
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

/// See [`Params`].
pub struct DomainsData;

impl Function for DomainsData {
    const NAME: &'static str = "domains_data";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
