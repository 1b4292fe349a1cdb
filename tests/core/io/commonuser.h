// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <unistd.h>

/// While it lives, a test that runs as root has a common user's rights.
class CommonUser
{
public:
    CommonUser() : isCommon_(::geteuid() != 0 || (wasRoot_ = ::seteuid(nobody) == 0)) {}
    CommonUser(const CommonUser&) = delete;
    CommonUser& operator=(const CommonUser&) = delete;
    ~CommonUser()
    {
        if (wasRoot_ && ::seteuid(0) != 0) {
            qFatal("cannot become root again");
        }
    }
    /// False where root's rights cannot be laid down.
    bool isCommon() const { return isCommon_; }

private:
    static constexpr uid_t nobody = 65534;
    bool wasRoot_ = false;
    bool isCommon_;
};
