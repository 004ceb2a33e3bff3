//! `save_style`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, Url, reply};

/// Stores the caller's branding: company name and help links.
#[derive(Input)]
pub struct Params {
    /// Name from a public client.
    pub company_name: Option<String>,
    /// Name from a public client.
    pub documentation_url: Option<Url>,
    /// Name from a public client.
    pub help_url: Option<Url>,
}

/// See [`Params`].
pub struct SaveStyle;

impl Function for SaveStyle {
    const NAME: &'static str = "save_style";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageStyles]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
