//! `Email::set_list_privacy_options`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, Word, reply};

/// Sets a mailing list's privacy options.
#[derive(Input)]
pub struct Params {
    /// Advertised: shown on the public list page.
    pub advertised: Flag,
    /// 1 hides the archive.
    pub archive_private: Flag,
    /// The list.
    pub list: String,
    /// 1 confirm by mail, 2 approval, 3 both.
    pub subscribe_policy: SubscribePolicy,
}

/// What `subscribe_policy` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum SubscribePolicy {
    /// `1`.
    #[word("1")]
    Number1,
    /// `2`.
    #[word("2")]
    Number2,
    /// `3`.
    #[word("3")]
    Number3,
}

/// See [`Params`].
pub struct SetListPrivacyOptions;

impl Function for SetListPrivacyOptions {
    const NAME: &'static str = "set_list_privacy_options";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
