//! An account with a mailbox, for the tests beside the functions of mail.

use api::{Limit, Result, Value};

use crate::testing::{Answer, Calls as _, World};

/// A password that meets the rules for mailboxes.
pub(crate) const PASSWORD: &str = "Meadow-brick-9-onion";

/// The accounts `amy` and `bob`; the first has the mailbox `info@amy.test`.
pub(crate) fn world() -> World {
    let world = World::new().account("amy", "root").account("bob", "root");
    let world = world.with_account("amy", |account| account.max_mailbox_quota = Limit::UNLIMITED);
    data(&world, "add_pop", &[("email", "info@amy.test"), ("password", PASSWORD)]);
    world
}

/// What `amy` is told by a function of `Email`.
pub(crate) fn data(world: &World, function: &str, form: &[(&str, &str)]) -> Value {
    world.uapi_data("amy", "Email", function, form)
}

/// Why `amy` is refused by a function of `Email`.
pub(crate) fn refusal(world: &World, function: &str, form: &[(&str, &str)]) -> String {
    world.uapi_refusal("amy", "Email", function, form)
}

/// A call of `bob`, who may reach nothing of `amy`'s.
pub(crate) fn strange(world: &World, function: &str, form: &[(&str, &str)]) -> Result<Answer> {
    world.uapi("bob", "Email", function, form)
}
