//! `Ftp::allows_anonymous_ftp`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::ftp::settings;

/// Tells whether anonymous FTP is allowed.
#[derive(Input)]
pub struct Params;

/// What `allows_anonymous_ftp` answers.
#[derive(Output)]
pub struct Reply {
    /// The allows flag: 0 or 1.
    pub allows: Flag,
}

/// See [`Params`].
pub struct AllowsAnonymousFtp;

impl Function for AllowsAnonymousFtp {
    const NAME: &'static str = "allows_anonymous_ftp";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        Ok(Reply { allows: settings::of_caller(cx)?.anonymous })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;
    use serde_json::json;

    use crate::testing::Calls;

    #[test]
    fn it_is_off_until_it_is_switched_on() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let allows = |user: &str| world.uapi_data(user, "Ftp", "allows_anonymous_ftp", &[]);
        assert_eq!(allows("alice"), json!({"allows": 0}));
        world.uapi("alice", "Ftp", "set_anonymous_ftp", &[("set", "1")]).unwrap();
        assert_eq!(allows("alice"), json!({"allows": 1}));
        assert_eq!(allows("bob"), json!({"allows": 0}));
    }
}
