//! The machine's starts: who serves it is asked to end everything and to start it anew.

use tokio::sync::watch;

use super::Machine;

/// Whether a new start is asked for, and whether by force.
pub(super) struct Reboots(watch::Sender<Option<bool>>);

impl Reboots {
    pub(super) fn new() -> Self {
        Self(watch::Sender::new(None))
    }
}

impl Machine {
    /// Asks for a new start.
    pub fn reboot(&self, force: bool) {
        self.reboots.0.send_replace(Some(force));
    }

    /// Whether a new start is asked for, and whether by force.
    pub fn reboot_asked(&self) -> Option<bool> {
        *self.reboots.0.borrow()
    }

    /// Waits until a new start is asked for; gives whether by force.
    pub async fn wait_for_reboot(&self) -> bool {
        let mut asked = self.reboots.0.subscribe();
        // It cannot be closed while the machine is there.
        asked.wait_for(Option::is_some).await.is_ok_and(|asked| *asked == Some(true))
    }

    /// Starts anew: nothing is asked for, and nothing is in memory that is not read again.
    pub fn boot(&self) {
        self.zones.forget_all();
        self.tls.forget_all();
        self.reboots.0.send_replace(None);
    }
}

#[cfg(test)]
mod tests {
    use crate::embedded::testing;

    #[tokio::test]
    async fn a_new_start_is_asked_for_once() {
        let (host, machine, _) = testing::host();
        assert_eq!(machine.reboot_asked(), None);
        for force in [true, false] {
            host.system.reboot(force).unwrap();
            assert_eq!(
                (machine.wait_for_reboot().await, machine.reboot_asked()),
                (force, Some(force))
            );
        }
        machine.boot();
        assert_eq!(machine.reboot_asked(), None);
    }
}
