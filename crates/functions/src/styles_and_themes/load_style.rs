//! `load_style`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Returns the caller's saved branding details.
#[derive(Input)]
pub struct Params;

/// What `load_style` answers.
#[derive(Output)]
pub struct Reply {
    /// The company name.
    pub company_name: Option<String>,
    /// The documentation URL.
    pub documentation_url: Option<String>,
    /// The help URL.
    pub help_url: Option<String>,
}

/// See [`Params`].
pub struct LoadStyle;

impl Function for LoadStyle {
    const NAME: &'static str = "load_style";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageStyles]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
