//! `list_styles`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Lists the cPanel styles that the caller can manage.
#[derive(Input)]
pub struct Params;

/// What `list_styles` answers.
#[derive(Output)]
pub struct Reply {
    /// The styles.
    pub styles: Vec<Style>,
}

/// One item of `styles`.
#[derive(Output)]
pub struct Style {
    /// The name.
    pub name: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `default`.
    #[word("default")]
    Default,
    /// `global`.
    #[word("global")]
    Global,
    /// `reseller`.
    #[word("reseller")]
    Reseller,
    /// `user`.
    #[word("user")]
    User,
}

/// See [`Params`].
pub struct ListStyles;

impl Function for ListStyles {
    const NAME: &'static str = "list_styles";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageStyles]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
