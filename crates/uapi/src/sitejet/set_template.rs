//! `Sitejet::set_template`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Sitejet::set_template`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: String,
    /// The template ID.
    #[param(name = "templateId")]
    pub template_id: String,
    /// The template name.
    #[param(name = "templateName")]
    pub template_name: String,
}

/// See [`Params`].
pub struct SetTemplate;

impl Function for SetTemplate {
    const NAME: &'static str = "set_template";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
