//! `create_integration_link`

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Needs, Result, Secret, Url, UserName, Word, reply,
};

/// Adds an integration link to a user's cPanel.
#[derive(Input)]
pub struct Params {
    /// Identifies the link; an existing one is replaced; underscores allowed.
    pub app: String,
    /// Usually billing, `customer_service`, support or upgrade.
    pub implements: String,
    /// The label.
    pub label: String,
    /// The subscriber unique ID.
    pub subscriber_unique_id: String,
    /// The token: sent to `autologin_token_url`.
    pub token: Secret,
    /// The user: cPanel account.
    pub user: UserName,
    /// This or url or both must be given.
    pub autologin_token_url: Option<Url>,
    /// Icon; default a puzzle piece.
    pub base64_png_image: Option<String>,
    /// Left out: the link goes to the user menu.
    pub group_id: Option<GroupId>,
    /// 1: do not show.
    #[param(default = 0)]
    pub hide: Flag,
    /// Place within the group.
    pub order: Option<String>,
    /// Fallback when `autologin_token_url` is absent or does not answer.
    pub url: Option<Url>,
}

/// What `group_id` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum GroupId {
    /// `files`.
    #[word("files")]
    Files,
    /// `databases`.
    #[word("databases")]
    Databases,
    /// `domains`.
    #[word("domains")]
    Domains,
    /// `email`.
    #[word("email")]
    Email,
    /// `metrics`.
    #[word("metrics")]
    Metrics,
    /// `security`.
    #[word("security")]
    Security,
    /// `software`.
    #[word("software")]
    Software,
    /// `advanced`.
    #[word("advanced")]
    Advanced,
    /// `pref`.
    #[word("pref")]
    Pref,
}

/// See [`Params`].
pub struct CreateIntegrationLink;

impl Function for CreateIntegrationLink {
    const NAME: &'static str = "create_integration_link";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelIntegration]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
