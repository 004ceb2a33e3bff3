//! `SiteTemplates::list_user_settings`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `SiteTemplates::list_user_settings`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The documentroot.
    pub documentroot: String,
    /// The domain.
    pub domain: String,
    /// The homedir.
    pub homedir: String,
    /// The serveralias.
    pub serveralias: Vec<String>,
    /// The template settings.
    pub template_settings: TemplateSettings,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// The template settings.
#[derive(Output)]
pub struct TemplateSettings {
    /// Whether it is empty.
    pub is_empty: Flag,
    /// The path.
    pub path: Path,
    /// The template.
    pub template: String,
}

/// What `path` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Path {
    /// `/var/cpanel/customizations/site_templates/`.
    #[word("/var/cpanel/customizations/site_templates/")]
    VarCpanelCustomizationsSiteTemplates,
    /// `/home/username/var/cpanel/reseller/site_templates/`.
    #[word("/home/username/var/cpanel/reseller/site_templates/")]
    HomeUsernameVarCpanelResellerSiteTemplates,
    /// `/usr/local/cpanel/3rdparty/share/site_templates/`.
    #[word("/usr/local/cpanel/3rdparty/share/site_templates/")]
    UsrLocalCpanel3rdpartyShareSiteTemplates,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `main`.
    #[word("main")]
    Main,
    /// `sub`.
    #[word("sub")]
    Sub,
}

/// See [`Params`].
pub struct ListUserSettings;

impl Function for ListUserSettings {
    const NAME: &'static str = "list_user_settings";
    const NEEDS: Needs = Needs::Features(&["sitepublisher"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
