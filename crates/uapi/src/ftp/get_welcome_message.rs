//! `Ftp::get_welcome_message`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::ftp::settings;

/// Shows the FTP welcome message.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetWelcomeMessage;

impl Function for GetWelcomeMessage {
    const NAME: &'static str = "get_welcome_message";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = String;

    fn run(cx: &Cx<'_>, _: Params) -> Result<String> {
        Ok(settings::of_caller(cx)?.welcome)
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls;

    #[test]
    fn each_account_has_its_own() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("message", "Hello.\nRead the rules.")];
        world.uapi("alice", "Ftp", "set_welcome_message", &form).unwrap();
        let said = |user: &str| world.uapi_data(user, "Ftp", "get_welcome_message", &[]);
        assert_eq!(said("alice"), "Hello.\nRead the rules.");
        assert_eq!(said("bob"), "");
    }
}
