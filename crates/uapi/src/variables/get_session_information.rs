//! `Variables::get_session_information`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word};

/// Gives facts of the session: the name of the server.
#[derive(Input)]
pub struct Params {
    /// The key to give.
    #[param(default = Name::Host)]
    pub name: Name,
}

/// What `name` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Name {
    /// `host`.
    #[word("host")]
    Host,
}

/// What `get_session_information` answers.
#[derive(Output)]
pub struct Reply {
    /// The server's name.
    pub host: String,
}

/// See [`Params`].
pub struct GetSessionInformation;

impl Function for GetSessionInformation {
    const NAME: &'static str = "get_session_information";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        Ok(Reply { host: cx.host.system.hostname()? })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn the_host_is_told() {
        let world = World::new().plant_account("anna", "root");
        let data = world.uapi_data("anna", "Variables", "get_session_information", &[]);
        assert_eq!(data["host"], "host.example.test");
        let other = [("name", "user")];
        let said = world.uapi_refusal("anna", "Variables", "get_session_information", &other);
        assert!(said.starts_with("name: "), "{said}");
    }
}
