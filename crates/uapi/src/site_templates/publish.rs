//! `SiteTemplates::publish`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Result, reply};

/// `SiteTemplates::publish`.
#[derive(Input)]
pub struct Params {
    /// The target: this or docroot.
    pub target: Option<FilePath>,
    /// The document root: this or target.
    pub docroot: Option<FilePath>,
    /// The parameter name.
    pub parameter_name: Option<String>,
    /// The path.
    pub path: Option<FilePath>,
    /// The source.
    pub source: Option<FilePath>,
    /// The template.
    pub template: Option<String>,
}

/// See [`Params`].
pub struct Publish;

impl Function for Publish {
    const NAME: &'static str = "publish";
    const NEEDS: Needs = Needs::Features(&["sitepublisher"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
