//! `get_appconfig_application_list`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List applications registered with `AppConfig`, by interface.
#[derive(Input)]
pub struct Params;

/// What `get_appconfig_application_list` answers.
#[derive(Output)]
pub struct Reply {
    /// The cPanel.
    pub cpanel: Vec<Cpanel>,
    /// The webmail.
    pub webmail: Vec<Webmail>,
    /// The whostmgr.
    pub whostmgr: Vec<Whostmgr>,
}

/// One item of `cpanel`.
#[derive(Output)]
pub struct Cpanel {
    /// The acls.
    pub acls: Vec<String>,
    /// The displayname.
    #[param(absent)]
    pub displayname: Option<String>,
    /// The entryurl.
    #[param(absent)]
    pub entryurl: Option<String>,
    /// The features.
    pub features: Vec<String>,
    /// The group.
    pub group: String,
    /// The icon.
    #[param(absent)]
    pub icon: Option<String>,
    /// The name.
    pub name: String,
    /// The origin.
    #[param(absent)]
    pub origin: Option<String>,
    /// The PHP configuration.
    #[param(name = "phpConfig")]
    pub php_config: String,
    /// The target.
    #[param(absent)]
    pub target: Option<String>,
    /// The upgradecall.
    #[param(absent)]
    pub upgradecall: Option<String>,
    /// The URL.
    pub url: String,
    /// The user.
    pub user: String,
}

/// One item of `webmail`.
#[derive(Output)]
pub struct Webmail {
    /// The acls.
    pub acls: Vec<String>,
    /// The displayname.
    #[param(absent)]
    pub displayname: Option<String>,
    /// The entryurl.
    #[param(absent)]
    pub entryurl: Option<String>,
    /// The features.
    pub features: Vec<String>,
    /// The group.
    pub group: String,
    /// The icon.
    #[param(absent)]
    pub icon: Option<String>,
    /// The name.
    pub name: String,
    /// The origin.
    #[param(absent)]
    pub origin: Option<String>,
    /// The PHP configuration.
    #[param(name = "phpConfig")]
    pub php_config: String,
    /// The target.
    #[param(absent)]
    pub target: Option<String>,
    /// The upgradecall.
    #[param(absent)]
    pub upgradecall: Option<String>,
    /// The URL.
    pub url: String,
    /// The user.
    pub user: String,
}

/// One item of `whostmgr`.
#[derive(Output)]
pub struct Whostmgr {
    /// The acls.
    pub acls: Vec<String>,
    /// The displayname.
    #[param(absent)]
    pub displayname: Option<String>,
    /// The entryurl.
    #[param(absent)]
    pub entryurl: Option<String>,
    /// The features.
    pub features: Vec<String>,
    /// The group.
    pub group: String,
    /// The icon.
    #[param(absent)]
    pub icon: Option<String>,
    /// The name.
    pub name: String,
    /// The origin.
    #[param(absent)]
    pub origin: Option<String>,
    /// The PHP configuration.
    #[param(name = "phpConfig")]
    pub php_config: String,
    /// The target.
    #[param(absent)]
    pub target: Option<String>,
    /// The upgradecall.
    #[param(absent)]
    pub upgradecall: Option<String>,
    /// The URL.
    pub url: String,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct GetAppconfigApplicationList;

impl Function for GetAppconfigApplicationList {
    const NAME: &'static str = "get_appconfig_application_list";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicWhmFunctions]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
