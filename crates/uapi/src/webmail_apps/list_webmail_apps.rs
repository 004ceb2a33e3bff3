//! `WebmailApps::list_webmail_apps`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `WebmailApps::list_webmail_apps`.
#[derive(Input)]
pub struct Params {
    /// The theme.
    #[param(default = "the server's default theme")]
    pub theme: String,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The displayname.
    pub displayname: String,
    /// The icon.
    pub icon: String,
    /// The ID.
    pub id: String,
    /// The URL.
    pub url: String,
}

/// See [`Params`].
pub struct ListWebmailApps;

impl Function for ListWebmailApps {
    const NAME: &'static str = "list_webmail_apps";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
