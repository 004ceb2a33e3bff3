//! Account Restoration: a file a function.

pub mod restore_modules_summary;
pub mod restore_queue_activate;
pub mod restore_queue_add_task;
pub mod restore_queue_clear_all_completed_tasks;
pub mod restore_queue_clear_all_failed_tasks;
pub mod restore_queue_clear_all_pending_tasks;
pub mod restore_queue_clear_all_tasks;
pub mod restore_queue_clear_completed_task;
pub mod restore_queue_clear_pending_task;
pub mod restore_queue_is_active;
pub mod restore_queue_list_active;
pub mod restore_queue_list_completed;
pub mod restore_queue_list_pending;
pub mod restore_queue_state;
pub mod restoreaccount;
pub mod verify_new_username_for_restore;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Account Restoration",
    functions: &[
        Entry::of::<restore_modules_summary::RestoreModulesSummary>(),
        Entry::of::<restore_queue_activate::RestoreQueueActivate>(),
        Entry::of::<restore_queue_add_task::RestoreQueueAddTask>(),
        Entry::of::<restore_queue_clear_all_completed_tasks::RestoreQueueClearAllCompletedTasks>(),
        Entry::of::<restore_queue_clear_all_failed_tasks::RestoreQueueClearAllFailedTasks>(),
        Entry::of::<restore_queue_clear_all_pending_tasks::RestoreQueueClearAllPendingTasks>(),
        Entry::of::<restore_queue_clear_all_tasks::RestoreQueueClearAllTasks>(),
        Entry::of::<restore_queue_clear_completed_task::RestoreQueueClearCompletedTask>(),
        Entry::of::<restore_queue_clear_pending_task::RestoreQueueClearPendingTask>(),
        Entry::of::<restore_queue_is_active::RestoreQueueIsActive>(),
        Entry::of::<restore_queue_list_active::RestoreQueueListActive>(),
        Entry::of::<restore_queue_list_completed::RestoreQueueListCompleted>(),
        Entry::of::<restore_queue_list_pending::RestoreQueueListPending>(),
        Entry::of::<restore_queue_state::RestoreQueueState>(),
        Entry::of::<restoreaccount::Restoreaccount>(),
        Entry::of::<verify_new_username_for_restore::VerifyNewUsernameForRestore>(),
    ],
};
